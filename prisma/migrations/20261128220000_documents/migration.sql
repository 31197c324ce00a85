-- Files as sources: each is kept once, by the hash of its bytes, and belongs to one source. What it says is a snapshot
-- of that source, read from the file and not from an address.

-- CreateTable
CREATE TABLE "documents" (
    "sha256" TEXT NOT NULL,
    "source_id" UUID NOT NULL,
    "content_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "storage_key" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "alt" TEXT,
    "uploaded_by_id" UUID NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "documents_pkey" PRIMARY KEY ("sha256")
);

-- CreateIndex
CREATE INDEX "documents_source_id_idx" ON "documents"("source_id");

-- AddForeignKey
ALTER TABLE "documents" ADD CONSTRAINT "documents_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "documents" ADD CONSTRAINT "documents_uploaded_by_id_fkey" FOREIGN KEY ("uploaded_by_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "snapshots" ADD COLUMN "document_sha256" TEXT;
CREATE INDEX "snapshots_document_sha256_idx" ON "snapshots"("document_sha256");
ALTER TABLE "snapshots" ADD CONSTRAINT "snapshots_document_sha256_fkey" FOREIGN KEY ("document_sha256") REFERENCES "documents"("sha256") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "documents"
  ADD CONSTRAINT "documents_sha256" CHECK ("sha256" ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT "documents_size" CHECK ("size" > 0);

-- A copy that was read from a file holds that file's bytes.
ALTER TABLE "snapshots" ADD CONSTRAINT "snapshots_document" CHECK (
  "document_sha256" IS NULL OR "sha256" IS NULL OR "document_sha256" = "sha256"
);

-- Of two who attach a source at once, one asks for the copy of its address; each document is waited for by itself.
DROP INDEX "snapshots_one_waiting";
CREATE UNIQUE INDEX "snapshots_one_waiting" ON "snapshots"("source_id", "document_sha256") NULLS NOT DISTINCT
  WHERE "state" = 'waiting';

-- The bytes stay what they were; which source they belong to may change, when two become one, and what is said of them.
CREATE FUNCTION refuse_change_of_document() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."sha256", NEW."content_type", NEW."size", NEW."storage_key", NEW."uploaded_by_id", NEW."uploaded_at")
    IS DISTINCT FROM
     (OLD."sha256", OLD."content_type", OLD."size", OLD."storage_key", OLD."uploaded_by_id", OLD."uploaded_at")
  THEN
    RAISE EXCEPTION 'the bytes of a document are never changed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "documents_unchanged" BEFORE UPDATE ON "documents"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_document();
