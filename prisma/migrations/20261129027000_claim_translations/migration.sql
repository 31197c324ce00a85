-- What a published claim says in other languages. One evidence list serves all of them.

CREATE TABLE "translations" (
  "claim_id" UUID NOT NULL,
  "language" TEXT NOT NULL,
  "publication_id" UUID NOT NULL,
  "statement" TEXT NOT NULL,
  "conclusion" TEXT NOT NULL,
  "rationale" TEXT NOT NULL,
  "translator_id" UUID NOT NULL,
  "version" INTEGER NOT NULL DEFAULT 1,
  "updated_at" TIMESTAMPTZ(3) NOT NULL,

  CONSTRAINT "translations_pkey" PRIMARY KEY ("claim_id", "language")
);

CREATE INDEX "translations_publication_id_idx" ON "translations"("publication_id");

ALTER TABLE "translations" ADD CONSTRAINT "translations_claim_id_fkey"
  FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "translations" ADD CONSTRAINT "translations_publication_id_fkey"
  FOREIGN KEY ("publication_id") REFERENCES "publications"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "translations" ADD CONSTRAINT "translations_translator_id_fkey"
  FOREIGN KEY ("translator_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Readers get it at once, and lose it at once.
CREATE FUNCTION announce_translation() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM announce_documents(ARRAY['lists', 'claim:' || c."slug"])
    FROM "claims" c WHERE c."id" = coalesce(NEW."claim_id", OLD."claim_id");
  RETURN NULL;
END;
$$;

CREATE TRIGGER translations_announce
AFTER INSERT OR UPDATE OR DELETE ON "translations"
FOR EACH ROW EXECUTE FUNCTION announce_translation();
