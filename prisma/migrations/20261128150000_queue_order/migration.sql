-- What the order of the queue is made of: what an editor says of an article, and what follows for each claim in line.
-- Nothing here depends on the time of day, so nothing has to be computed again while time passes.

CREATE TYPE "article_reach" AS ENUM ('normal', 'wide');

ALTER TABLE "articles" ADD COLUMN "reach" "article_reach" NOT NULL DEFAULT 'normal',
  ADD COLUMN "deadline_at" TIMESTAMPTZ(3),
  ADD COLUMN "embargo_until" TIMESTAMPTZ(3);

ALTER TABLE "claims" ADD COLUMN "prioritised_by_id" UUID;
ALTER TABLE "claims" ADD CONSTRAINT "claims_prioritised_by_id_fkey" FOREIGN KEY ("prioritised_by_id") REFERENCES "members"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "queue_entries" ADD COLUMN "due_at" TIMESTAMPTZ(3),
  ADD COLUMN "head_start" SMALLINT NOT NULL DEFAULT 0,
  ADD COLUMN "stands_from" TIMESTAMPTZ(3);
UPDATE "queue_entries" SET "stands_from" = "enqueued_at";
ALTER TABLE "queue_entries" ALTER COLUMN "stands_from" SET NOT NULL;

-- A head start is hours of waiting that a claim is given: at most four days.
ALTER TABLE "queue_entries"
  ADD CONSTRAINT "queue_entries_head_start" CHECK ("head_start" BETWEEN 0 AND 96),
  ADD CONSTRAINT "queue_entries_stands" CHECK ("stands_from" = "enqueued_at" - "head_start" * interval '1 hour');

DROP INDEX "queue_entries_priority_enqueued_at_claim_id_idx";
-- CreateIndex
CREATE INDEX "queue_entries_article_id_idx" ON "queue_entries"("article_id");
-- The page of the queue. High priority first, then the earliest date, then who has waited longest.
CREATE INDEX "queue_entries_order" ON "queue_entries"
  ((-"priority"), (coalesce("due_at", 'infinity'::timestamptz)), "stands_from", "claim_id");
-- Taking from it: the same order, of what nobody holds, so that a taker never wades through what others have.
CREATE INDEX "queue_entries_free" ON "queue_entries"
  ((-"priority"), (coalesce("due_at", 'infinity'::timestamptz)), "stands_from", "claim_id")
  WHERE "lease_holder_id" IS NULL;
