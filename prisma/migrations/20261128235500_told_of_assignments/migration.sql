-- A member is told what an editor asks them to do, and a reviewer that the opinions on a claim differ.

ALTER TYPE "notification_kind" ADD VALUE 'claim_assigned';
ALTER TYPE "notification_kind" ADD VALUE 'opinions_differ';

-- Somebody who is asked to do forty claims at once is told once.
ALTER TABLE "notifications"
  ADD COLUMN "batch_id" UUID,
  ADD COLUMN "claim_ids" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[];

CREATE UNIQUE INDEX "notifications_member_id_batch_id_key" ON "notifications"("member_id", "batch_id");
