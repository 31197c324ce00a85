-- A snapshot was the address of an archive's copy. It becomes what the source itself said when it was read: its text
-- with blocks, and the bytes, which lib/storage keeps. The addresses stay, as state `linked`.

-- CreateEnum
CREATE TYPE "snapshot_state" AS ENUM ('linked', 'waiting', 'kept', 'failed');

-- AlterTable
ALTER TABLE "snapshots" ADD COLUMN     "blocks" JSONB,
ADD COLUMN     "content_type" TEXT,
ADD COLUMN     "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "failure" JSONB,
ADD COLUMN     "metadata" JSONB,
ADD COLUMN     "sha256" TEXT,
ADD COLUMN     "size" INTEGER,
ADD COLUMN     "state" "snapshot_state" NOT NULL DEFAULT 'linked',
ADD COLUMN     "storage_key" TEXT,
ADD COLUMN     "text" TEXT,
ADD COLUMN     "url" TEXT,
ALTER COLUMN "archive_url" DROP NOT NULL,
ALTER COLUMN "read_at" DROP NOT NULL,
ALTER COLUMN "read_by_id" DROP NOT NULL;

UPDATE "snapshots" SET "created_at" = "read_at";
ALTER TABLE "snapshots" ALTER COLUMN "state" DROP DEFAULT;

-- CreateIndex
CREATE INDEX "snapshots_source_id_created_at_idx" ON "snapshots"("source_id", "created_at" DESC);

-- What each state has and has not.
ALTER TABLE "snapshots"
  ADD CONSTRAINT "snapshots_linked" CHECK ("state" <> 'linked' OR ("archive_url" IS NOT NULL AND "read_at" IS NOT NULL)),
  ADD CONSTRAINT "snapshots_kept" CHECK (
    ("state" = 'kept') = ("sha256" IS NOT NULL)
    AND ("sha256" IS NULL) = ("storage_key" IS NULL)
    AND ("sha256" IS NULL) = ("size" IS NULL)
    AND ("state" <> 'kept' OR "read_at" IS NOT NULL)
  ),
  ADD CONSTRAINT "snapshots_text" CHECK (
    ("text" IS NULL) = ("blocks" IS NULL) AND ("text" IS NULL OR "state" = 'kept')
    AND ("state" <> 'kept' OR ("text" IS NULL) = ("failure" IS NOT NULL))
  ),
  ADD CONSTRAINT "snapshots_failed" CHECK ("state" <> 'failed' OR "failure" IS NOT NULL),
  ADD CONSTRAINT "snapshots_sha256" CHECK ("sha256" ~ '^[0-9a-f]{64}$');

-- Of two who attach a source at once, one asks for its copy.
CREATE UNIQUE INDEX "snapshots_one_waiting" ON "snapshots"("source_id") WHERE "state" = 'waiting';

-- What a source said when it was read stays as it is; only the source it belongs to may change, when two become one.
CREATE FUNCTION refuse_change_of_kept_snapshot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."state", NEW."read_at", NEW."url", NEW."content_type", NEW."size", NEW."sha256", NEW."storage_key",
      NEW."text", NEW."blocks", NEW."metadata")
    IS DISTINCT FROM
     (OLD."state", OLD."read_at", OLD."url", OLD."content_type", OLD."size", OLD."sha256", OLD."storage_key",
      OLD."text", OLD."blocks", OLD."metadata")
  THEN
    RAISE EXCEPTION 'a kept snapshot is never changed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "snapshots_unchanged" BEFORE UPDATE ON "snapshots"
  FOR EACH ROW WHEN (OLD."state" = 'kept') EXECUTE FUNCTION refuse_change_of_kept_snapshot();
