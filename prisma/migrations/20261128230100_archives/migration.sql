-- A kept copy can be archived elsewhere too, where readers can see it. What became of that: one row for each copy.

-- CreateEnum
CREATE TYPE "archiving_state" AS ENUM ('waiting', 'submitted', 'archived', 'failed');

-- CreateTable
CREATE TABLE "archivings" (
    "snapshot_id" UUID NOT NULL,
    "state" "archiving_state" NOT NULL,
    "job_id" TEXT,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "next_step_at" TIMESTAMPTZ(3),
    "taken_at" TIMESTAMPTZ(3),
    "asked_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),
    "archived_at" TIMESTAMPTZ(3),
    "failure" JSONB,

    CONSTRAINT "archivings_pkey" PRIMARY KEY ("snapshot_id")
);

-- CreateIndex
CREATE INDEX "archivings_submitted_at_idx" ON "archivings"("submitted_at");

-- AddForeignKey
ALTER TABLE "archivings" ADD CONSTRAINT "archivings_snapshot_id_fkey" FOREIGN KEY ("snapshot_id") REFERENCES "snapshots"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "archivings" ADD CONSTRAINT "archivings_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Submitted is not archived: only an archived one has its time, only what goes on has a next step.
ALTER TABLE "archivings"
  ADD CONSTRAINT "archivings_submitted" CHECK ("state" <> 'submitted' OR ("job_id" IS NOT NULL AND "submitted_at" IS NOT NULL)),
  ADD CONSTRAINT "archivings_archived" CHECK (("state" = 'archived') = ("archived_at" IS NOT NULL)),
  ADD CONSTRAINT "archivings_failed" CHECK ("state" <> 'failed' OR "failure" IS NOT NULL),
  ADD CONSTRAINT "archivings_next_step" CHECK (("state" IN ('waiting', 'submitted')) = ("next_step_at" IS NOT NULL));

-- What is to be done next; the rest is done.
CREATE INDEX "archivings_next_step" ON "archivings"("next_step_at") WHERE "next_step_at" IS NOT NULL;

CREATE FUNCTION announce_archiving() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('proofmark', json_build_object('topic', 'source:' || "source_id", 'kind', 'archive')::text)
  FROM "snapshots" WHERE "id" = NEW."snapshot_id";
  RETURN NULL;
END $$;
CREATE TRIGGER "archivings_announce" AFTER INSERT OR UPDATE OF "state" ON "archivings"
  FOR EACH ROW EXECUTE FUNCTION announce_archiving();
