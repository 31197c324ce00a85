-- Who was asked to do a claim next, and until when nobody else is offered it.
ALTER TABLE "newsroom" ADD COLUMN "assignment_hours" SMALLINT NOT NULL DEFAULT 24;
ALTER TABLE "newsroom" ADD CONSTRAINT "newsroom_assignment" CHECK ("assignment_hours" BETWEEN 1 AND 336);

ALTER TABLE "queue_entries" ADD COLUMN "assignee_id" UUID,
  ADD COLUMN "assigned_until" TIMESTAMPTZ(3);
ALTER TABLE "queue_entries" ADD CONSTRAINT "queue_entries_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "members"("id") ON DELETE SET NULL ON UPDATE CASCADE;
-- An assignment has a member and an end, or neither: nothing stays with somebody for ever.
ALTER TABLE "queue_entries" ADD CONSTRAINT "queue_entries_assignment" CHECK (
  ("assignee_id" IS NULL) = ("assigned_until" IS NULL)
);
-- CreateIndex
CREATE INDEX "queue_entries_assignee_id_idx" ON "queue_entries"("assignee_id");
-- CreateIndex
CREATE INDEX "queue_entries_assigned_until_idx" ON "queue_entries"("assigned_until");

-- What is free for everybody.
DROP INDEX "queue_entries_free";
CREATE INDEX "queue_entries_free" ON "queue_entries"
  ((-"priority"), (coalesce("due_at", 'infinity'::timestamptz)), "stands_from", "claim_id")
  WHERE "lease_holder_id" IS NULL AND "assignee_id" IS NULL;

-- What a member does not want to be offered before a day.
CREATE TABLE "snoozes" (
    "member_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "snoozes_pkey" PRIMARY KEY ("member_id", "claim_id")
);
-- CreateIndex
CREATE INDEX "snoozes_claim_id_idx" ON "snoozes"("claim_id");
-- CreateIndex
CREATE INDEX "snoozes_until_idx" ON "snoozes"("until");
-- AddForeignKey
ALTER TABLE "snoozes" ADD CONSTRAINT "snoozes_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "snoozes" ADD CONSTRAINT "snoozes_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Views of the queue a member keeps: a name for an address.
CREATE TABLE "saved_views" (
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_views_pkey" PRIMARY KEY ("id")
);
-- CreateIndex
CREATE UNIQUE INDEX "saved_views_member_id_name_key_key" ON "saved_views"("member_id", "name_key");
-- AddForeignKey
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_named" CHECK ("name" <> ''),
  ADD CONSTRAINT "saved_views_query" CHECK (length("query") BETWEEN 1 AND 1000);

-- Whoever looks at the queue is told which claims in it changed. What one transaction does to a claim is told once:
-- Postgres sends equal words of a transaction once.
CREATE OR REPLACE FUNCTION announce_audit_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('proofmark', json_build_object(
    'topic', 'article:' || NEW."article_id",
    'kind', announced_kind(NEW."action"),
    'seq', NEW."seq",
    'claimId', NEW."claim_id"
  )::text);
  IF announced_kind(NEW."action") IN ('claim', 'review', 'evidence', 'article') THEN
    PERFORM pg_notify('proofmark', json_build_object('topic', 'queue', 'kind', 'queue', 'claimId', NEW."claim_id")::text);
  END IF;
  RETURN NULL;
END $$;
