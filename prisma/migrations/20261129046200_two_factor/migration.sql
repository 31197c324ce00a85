-- A second thing to sign in with: an authenticator app that shows codes, and codes on paper for when it is lost.

ALTER TYPE "notification_kind" ADD VALUE 'two_factor_removed';

CREATE TABLE "authenticators" (
  "member_id" UUID NOT NULL,
  "sealed_secret" TEXT NOT NULL,
  "confirmed_at" TIMESTAMPTZ(3),
  "last_step" INTEGER NOT NULL DEFAULT 0,
  "created_at" TIMESTAMPTZ(3) NOT NULL,

  CONSTRAINT "authenticators_pkey" PRIMARY KEY ("member_id")
);

ALTER TABLE "authenticators" ADD CONSTRAINT "authenticators_member_id_fkey"
  FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "backup_codes" (
  "member_id" UUID NOT NULL,
  "code_hash" TEXT NOT NULL,
  "used_at" TIMESTAMPTZ(3),

  CONSTRAINT "backup_codes_pkey" PRIMARY KEY ("member_id", "code_hash")
);

ALTER TABLE "backup_codes" ADD CONSTRAINT "backup_codes_member_id_fkey"
  FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- As before; what was done to a member's account is about no article. The new kind is text here: a value of an
-- enumeration cannot be used in the transaction that adds it.
ALTER TABLE "notifications" DROP CONSTRAINT "notifications_about",
  ADD CONSTRAINT "notifications_about" CHECK (
    ("kind" IN ('mention', 'reply', 'claim_comment')) = ("comment_id" IS NOT NULL)
    AND ("claim_id" IS NOT NULL OR "kind" IN ('mention', 'reply') OR "article_id" IS NULL)
    AND ("article_id" IS NOT NULL OR "actor_id" IS NULL OR "kind"::text = 'two_factor_removed')
    AND (
      ("actor_id" IS NULL) = ("article_id" IS NULL OR "kind" = 'source_task') OR "kind"::text = 'two_factor_removed'
    )
  );
