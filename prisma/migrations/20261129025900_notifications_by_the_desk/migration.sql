-- A changed page is found by the desk itself: nobody did that, and it is about an article all the same.
ALTER TABLE "notifications" DROP CONSTRAINT "notifications_about",
  ADD CONSTRAINT "notifications_about" CHECK (
    ("kind" IN ('mention', 'reply', 'claim_comment')) = ("comment_id" IS NOT NULL)
    AND ("claim_id" IS NOT NULL OR "kind" IN ('mention', 'reply') OR "article_id" IS NULL)
    AND ("article_id" IS NOT NULL OR "actor_id" IS NULL)
    AND ("actor_id" IS NULL) = ("article_id" IS NULL OR "kind" = 'source_task')
  );
