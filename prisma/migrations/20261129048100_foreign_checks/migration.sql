-- Checks that others published, to be found while a claim is written.

-- CreateTable
CREATE TABLE "foreign_checks" (
    "id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "statement" TEXT NOT NULL,
    "rating_label" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "claimant_name" TEXT,
    "said_on" DATE,
    "checked_on" DATE,
    "imported_by_id" UUID,
    "imported_at" TIMESTAMPTZ(3) NOT NULL,
    "terms" TEXT[],

    CONSTRAINT "foreign_checks_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "foreign_checks_terms_idx" ON "foreign_checks" USING GIN ("terms");

-- AddForeignKey
ALTER TABLE "foreign_checks" ADD CONSTRAINT "foreign_checks_imported_by_id_fkey" FOREIGN KEY ("imported_by_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A page may check several claims; the same of the same page is one. Hashed: an index takes no long text.
CREATE UNIQUE INDEX "foreign_checks_once" ON "foreign_checks" (md5("url"), md5("statement"));

CREATE FUNCTION keep_foreign_terms() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."terms" := statement_terms(NEW."statement");
  RETURN NEW;
END
$$;
CREATE TRIGGER "foreign_checks_terms" BEFORE INSERT OR UPDATE OF "statement" ON "foreign_checks"
  FOR EACH ROW EXECUTE FUNCTION keep_foreign_terms();
