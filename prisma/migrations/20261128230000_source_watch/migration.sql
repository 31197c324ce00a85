-- Cited pages are looked at again. `source_watches` says when, one row for each source that is watched; `source_tasks`
-- holds what was found of a piece of evidence, until a person settles it or the page says again what it said.

-- CreateEnum
CREATE TYPE "finding" AS ENUM ('gone', 'moved', 'words_gone');

-- CreateEnum
CREATE TYPE "task_outcome" AS ENUM ('stands', 'words_chosen', 'address_replaced', 'corrected', 'edited', 'back');

-- CreateTable
CREATE TABLE "source_watches" (
    "source_id" UUID NOT NULL,
    "next_check_at" TIMESTAMPTZ(3) NOT NULL,
    "checking_until" TIMESTAMPTZ(3),
    "checked_at" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "failing_since" TIMESTAMPTZ(3),
    "failure" JSONB,
    "etag" TEXT,
    "last_modified" TEXT,
    "asked_at" TIMESTAMPTZ(3),

    CONSTRAINT "source_watches_pkey" PRIMARY KEY ("source_id")
);

-- CreateTable
CREATE TABLE "source_tasks" (
    "id" UUID NOT NULL,
    "evidence_id" UUID NOT NULL,
    "finding" "finding" NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "snapshot_id" UUID,
    "near_start" INTEGER,
    "near_end" INTEGER,
    "moved_to" TEXT,
    "has_words" BOOLEAN,
    "failure" JSONB,
    "correcting_by_id" UUID,
    "correcting_at" TIMESTAMPTZ(3),
    "outcome" "task_outcome",
    "reason" TEXT,
    "settled_by_id" UUID,
    "settled_at" TIMESTAMPTZ(3),
    "lapsed_at" TIMESTAMPTZ(3),

    CONSTRAINT "source_tasks_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "source_watches_next_check_at_idx" ON "source_watches"("next_check_at");

-- CreateIndex
CREATE INDEX "source_tasks_evidence_id_idx" ON "source_tasks"("evidence_id");

-- CreateIndex
CREATE INDEX "source_tasks_snapshot_id_idx" ON "source_tasks"("snapshot_id");

-- AddForeignKey
ALTER TABLE "source_watches" ADD CONSTRAINT "source_watches_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_tasks" ADD CONSTRAINT "source_tasks_evidence_id_fkey" FOREIGN KEY ("evidence_id") REFERENCES "evidence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_tasks" ADD CONSTRAINT "source_tasks_snapshot_id_fkey" FOREIGN KEY ("snapshot_id") REFERENCES "snapshots"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_tasks" ADD CONSTRAINT "source_tasks_correcting_by_id_fkey" FOREIGN KEY ("correcting_by_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_tasks" ADD CONSTRAINT "source_tasks_settled_by_id_fkey" FOREIGN KEY ("settled_by_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "source_watches"
  ADD CONSTRAINT "source_watches_failing" CHECK (("failures" = 0) = ("failing_since" IS NULL) AND ("failures" = 0) = ("failure" IS NULL));

-- What each finding and each end has and has not.
ALTER TABLE "source_tasks"
  ADD CONSTRAINT "source_tasks_gone" CHECK (("finding" = 'gone') = ("failure" IS NOT NULL)),
  ADD CONSTRAINT "source_tasks_moved" CHECK (("finding" = 'moved') = ("moved_to" IS NOT NULL)),
  ADD CONSTRAINT "source_tasks_words_gone" CHECK ("finding" <> 'words_gone' OR "snapshot_id" IS NOT NULL),
  ADD CONSTRAINT "source_tasks_near" CHECK (
    ("near_start" IS NULL) = ("near_end" IS NULL)
    AND ("near_start" IS NULL OR ("snapshot_id" IS NOT NULL AND "near_start" >= 0 AND "near_start" < "near_end"))
  ),
  ADD CONSTRAINT "source_tasks_settled" CHECK (("outcome" IS NULL) = ("settled_at" IS NULL)),
  ADD CONSTRAINT "source_tasks_stands" CHECK ("outcome" <> 'stands' OR ("reason" IS NOT NULL AND "settled_by_id" IS NOT NULL)),
  ADD CONSTRAINT "source_tasks_correcting" CHECK (("correcting_by_id" IS NULL) = ("correcting_at" IS NULL)),
  ADD CONSTRAINT "source_tasks_lapsed" CHECK ("lapsed_at" IS NULL OR "outcome" = 'stands');

-- Of two checks at once, and of one that is run twice, one raises the task. The list of tasks reads this index too.
CREATE UNIQUE INDEX "source_tasks_one_open" ON "source_tasks"("evidence_id") WHERE "outcome" IS NULL;
CREATE INDEX "source_tasks_open" ON "source_tasks"("raised_at", "id") WHERE "outcome" IS NULL;

-- Whoever has a page with the source open is told that something of it changed: ids only, when the transaction commits.
CREATE FUNCTION announce_source() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('proofmark', json_build_object('topic', 'source:' || NEW."source_id", 'kind', TG_ARGV[0])::text);
  RETURN NULL;
END $$;
CREATE TRIGGER "snapshots_announce_made" AFTER INSERT ON "snapshots"
  FOR EACH ROW EXECUTE FUNCTION announce_source('snapshot');
CREATE TRIGGER "snapshots_announce" AFTER UPDATE OF "state", "archive_url" ON "snapshots"
  FOR EACH ROW EXECUTE FUNCTION announce_source('snapshot');
CREATE TRIGGER "source_watches_announce" AFTER UPDATE OF "checked_at", "checking_until" ON "source_watches"
  FOR EACH ROW EXECUTE FUNCTION announce_source('watch');

CREATE FUNCTION announce_source_task() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('proofmark', json_build_object('topic', 'source:' || "source_id", 'kind', 'task')::text)
  FROM "evidence" WHERE "id" = NEW."evidence_id";
  RETURN NULL;
END $$;
CREATE TRIGGER "source_tasks_announce" AFTER INSERT OR UPDATE ON "source_tasks"
  FOR EACH ROW EXECUTE FUNCTION announce_source_task();
