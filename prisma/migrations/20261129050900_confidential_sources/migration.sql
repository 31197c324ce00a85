-- A source is of the confidentiality of the evidence that cites it: what was said of it in confidence is then in no row
-- that somebody else's evidence can come to cite. Of public sources an address has one; of confidential ones as many as
-- there are members who brought it to a claim.
ALTER TABLE "sources" ADD COLUMN "visibility" "visibility" NOT NULL DEFAULT 'public';
DROP INDEX "sources_url_key";
CREATE UNIQUE INDEX "sources_url_key" ON "sources"("url") WHERE "visibility" = 'public';

-- A source others were merged into may become confidential; its old addresses are then free.
DROP INDEX "merged_sources_url_key";
CREATE INDEX "merged_sources_url_idx" ON "merged_sources"("url");

-- The same bytes may belong to a public source and to confidential ones. Their copies follow.
ALTER TABLE "snapshots" DROP CONSTRAINT "snapshots_document_sha256_fkey";
DROP INDEX "snapshots_document_sha256_idx";
ALTER TABLE "documents" DROP CONSTRAINT "documents_pkey";
DROP INDEX "documents_source_id_idx";
ALTER TABLE "documents" ADD CONSTRAINT "documents_pkey" PRIMARY KEY ("source_id", "sha256");
CREATE INDEX "documents_sha256_idx" ON "documents"("sha256");
CREATE INDEX "snapshots_source_id_document_sha256_idx" ON "snapshots"("source_id", "document_sha256");
ALTER TABLE "snapshots" ADD CONSTRAINT "snapshots_source_id_document_sha256_fkey"
  FOREIGN KEY ("source_id", "document_sha256") REFERENCES "documents"("source_id", "sha256")
  ON DELETE CASCADE ON UPDATE CASCADE;

-- What one member brought to one claim in confidence gets a source of its own, with files and copies. A source that
-- nothing public cites goes to the first of them. Nobody's saying that they have seen it lapses.
ALTER TABLE "evidence" DISABLE TRIGGER "evidence_lapse_sightings";
DO $$
DECLARE
  circle record;
  twin uuid;
BEGIN
  FOR circle IN
    SELECT e."source_id", e."claim_id", e."created_by_id", min(e."created_at") AS "created_at",
      NOT EXISTS (
        SELECT 1 FROM "evidence" p WHERE p."source_id" = e."source_id" AND p."visibility" = 'public'
      ) AND row_number() OVER (PARTITION BY e."source_id" ORDER BY min(e."created_at"), e."claim_id") = 1 AS "keeps"
    FROM "evidence" e WHERE e."visibility" = 'confidential'
    GROUP BY e."source_id", e."claim_id", e."created_by_id"
  LOOP
    IF circle."keeps" THEN
      UPDATE "sources" SET "visibility" = 'confidential' WHERE "id" = circle."source_id";
      CONTINUE;
    END IF;
    twin := gen_random_uuid();
    INSERT INTO "sources" ("id", "visibility", "url", "title", "publisher", "author", "published_on", "kind",
      "interests", "reliability_note", "created_by_id", "created_at", "updated_at")
    SELECT twin, 'confidential', "url", "title", "publisher", "author", "published_on", "kind",
      "interests", "reliability_note", circle."created_by_id", circle."created_at", now()
    FROM "sources" WHERE "id" = circle."source_id";
    INSERT INTO "documents" ("source_id", "sha256", "content_type", "size", "storage_key", "file_name", "alt",
      "uploaded_by_id", "uploaded_at")
    SELECT twin, "sha256", "content_type", "size", "storage_key", "file_name", "alt", "uploaded_by_id", "uploaded_at"
    FROM "documents" WHERE "source_id" = circle."source_id";
    CREATE TEMP TABLE "carried" ON COMMIT DROP AS
      SELECT "id" AS "old", gen_random_uuid() AS "new" FROM "snapshots"
      WHERE "source_id" = circle."source_id" AND "state" IN ('kept', 'linked');
    INSERT INTO "snapshots" ("id", "source_id", "state", "archive_url", "read_at", "read_by_id", "is_asked",
      "created_at", "document_sha256", "url", "content_type", "size", "sha256", "storage_key", "text", "blocks",
      "metadata", "failure")
    SELECT c."new", twin, "state", "archive_url", "read_at", "read_by_id", "is_asked",
      "created_at", "document_sha256", "url", "content_type", "size", "sha256", "storage_key", "text", "blocks",
      "metadata", "failure"
    FROM "snapshots" s JOIN "carried" c ON c."old" = s."id";
    UPDATE "evidence" e SET
      "source_id" = twin,
      "snapshot_id" = (SELECT "new" FROM "carried" WHERE "old" = e."snapshot_id"),
      "quote_snapshot_id" = (SELECT "new" FROM "carried" WHERE "old" = e."quote_snapshot_id")
    WHERE e."source_id" = circle."source_id" AND e."visibility" = 'confidential'
      AND e."claim_id" = circle."claim_id" AND e."created_by_id" = circle."created_by_id";
    DROP TABLE "carried";
  END LOOP;
END $$;
ALTER TABLE "evidence" ENABLE TRIGGER "evidence_lapse_sightings";

-- Whatever writes it: no public evidence of a confidential source, and the other way round.
CREATE FUNCTION "refuse_other_visibility"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  other boolean;
BEGIN
  IF TG_TABLE_NAME = 'sources' THEN
    SELECT EXISTS (
      SELECT 1 FROM "evidence" e JOIN "sources" s ON s."id" = e."source_id"
      WHERE s."id" = NEW."id" AND e."visibility" <> s."visibility"
    ) INTO other;
  ELSE
    SELECT EXISTS (
      SELECT 1 FROM "evidence" e JOIN "sources" s ON s."id" = e."source_id"
      WHERE e."id" = NEW."id" AND e."visibility" <> s."visibility"
    ) INTO other;
  END IF;
  IF other THEN
    RAISE EXCEPTION 'evidence and its source are of the same confidentiality';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "evidence_of_its_source" AFTER INSERT OR UPDATE OF "source_id", "visibility" ON "evidence"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "refuse_other_visibility"();
CREATE CONSTRAINT TRIGGER "sources_of_their_evidence" AFTER UPDATE OF "visibility" ON "sources"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "refuse_other_visibility"();
