-- An author is told what became of a claim: the verdict is in, readers see it, it was withdrawn, it was put aside.

ALTER TYPE "notification_kind" ADD VALUE 'claim_ready';
ALTER TYPE "notification_kind" ADD VALUE 'claim_published';
ALTER TYPE "notification_kind" ADD VALUE 'claim_withdrawn';
ALTER TYPE "notification_kind" ADD VALUE 'claim_dismissed';

-- Said by the kinds there were: new ones cannot be named in the transaction that adds them.
ALTER TABLE "notifications" DROP CONSTRAINT "notifications_about",
  ADD CONSTRAINT "notifications_about" CHECK (
    ("kind" IN ('mention', 'reply', 'claim_comment')) = ("comment_id" IS NOT NULL)
    AND ("claim_id" IS NOT NULL OR "kind" IN ('mention', 'reply'))
  );
