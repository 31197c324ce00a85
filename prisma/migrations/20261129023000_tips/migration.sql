-- What somebody outside writes to the desk: that a published claim is wrong, or a claim to check.

-- CreateEnum
CREATE TYPE "tip_kind" AS ENUM ('error', 'claim');

-- CreateEnum
CREATE TYPE "tip_state" AS ENUM ('new', 'in_work', 'done', 'no_change');

-- CreateEnum
CREATE TYPE "tip_problem" AS ENUM ('fact', 'source', 'quote', 'outdated', 'other');

-- AlterEnum
ALTER TYPE "notification_kind" ADD VALUE 'tip_received';

-- AlterTable
ALTER TABLE "newsroom" ADD COLUMN "contact_days" SMALLINT NOT NULL DEFAULT 90;

-- AlterTable
ALTER TABLE "notifications" ALTER COLUMN "actor_id" DROP NOT NULL,
  ALTER COLUMN "article_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "tips" (
    "id" UUID NOT NULL,
    "kind" "tip_kind" NOT NULL,
    "state" "tip_state" NOT NULL DEFAULT 'new',
    "send_key" TEXT NOT NULL,
    "claim_id" UUID,
    "problem" "tip_problem",
    "words" TEXT NOT NULL,
    "link" TEXT,
    "claimant_name" TEXT,
    "said_on" DATE,
    "email" TEXT,
    "erased_at" TIMESTAMPTZ(3),
    "taken_by_id" UUID,
    "taken_at" TIMESTAMPTZ(3),
    "settled_by_id" UUID,
    "settled_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "answer" TEXT,
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),
    "answer_by_mail" BOOLEAN NOT NULL DEFAULT false,
    "mailed_at" TIMESTAMPTZ(3),
    "mail_failed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tips_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "resets_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "tips_send_key_key" ON "tips"("send_key");

-- CreateIndex
CREATE INDEX "tips_claim_id_idx" ON "tips"("claim_id");

-- CreateIndex
CREATE INDEX "rate_limits_resets_at_idx" ON "rate_limits"("resets_at");

-- AddForeignKey
ALTER TABLE "tips" ADD CONSTRAINT "tips_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tips" ADD CONSTRAINT "tips_taken_by_id_fkey" FOREIGN KEY ("taken_by_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tips" ADD CONSTRAINT "tips_settled_by_id_fkey" FOREIGN KEY ("settled_by_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tips" ADD CONSTRAINT "tips_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "newsroom" ADD CONSTRAINT "newsroom_contact" CHECK ("contact_days" BETWEEN 1 AND 3650);

-- What came from outside has neither a member who did it nor an article; its kind cannot be named in the transaction
-- that adds it.
ALTER TABLE "notifications" DROP CONSTRAINT "notifications_about",
  ADD CONSTRAINT "notifications_about" CHECK (
    ("kind" IN ('mention', 'reply', 'claim_comment')) = ("comment_id" IS NOT NULL)
    AND ("claim_id" IS NOT NULL OR "kind" IN ('mention', 'reply') OR "article_id" IS NULL)
    AND ("article_id" IS NULL) = ("actor_id" IS NULL)
  );

ALTER TABLE "tips" ADD CONSTRAINT "tips_error" CHECK (("kind" = 'error') = ("problem" IS NOT NULL)),
  ADD CONSTRAINT "tips_about" CHECK ("kind" <> 'error' OR "claim_id" IS NOT NULL),
  ADD CONSTRAINT "tips_words" CHECK (length("words") BETWEEN 1 AND 8000),
  ADD CONSTRAINT "tips_erased" CHECK ("erased_at" IS NULL OR "email" IS NULL),
  ADD CONSTRAINT "tips_taken" CHECK (("taken_by_id" IS NULL) = ("taken_at" IS NULL)),
  ADD CONSTRAINT "tips_new" CHECK ("state" <> 'new' OR "taken_by_id" IS NULL),
  ADD CONSTRAINT "tips_in_work" CHECK ("state" <> 'in_work' OR "taken_by_id" IS NOT NULL),
  ADD CONSTRAINT "tips_settled" CHECK (
    ("state" IN ('done', 'no_change')) = ("settled_at" IS NOT NULL)
    AND ("settled_at" IS NULL) = ("settled_by_id" IS NULL)
  ),
  ADD CONSTRAINT "tips_no_change" CHECK ("state" <> 'no_change' OR "reason" IS NOT NULL),
  ADD CONSTRAINT "tips_answered" CHECK (
    ("answer" IS NULL) = ("answered_at" IS NULL) AND ("answered_at" IS NULL) = ("answered_by_id" IS NULL)
  );

-- The list of what waits, and that of what is settled.
CREATE INDEX "tips_open" ON "tips" ("created_at", "id") WHERE "settled_at" IS NULL;
CREATE INDEX "tips_settled_order" ON "tips" ("settled_at" DESC, "id" DESC) WHERE "settled_at" IS NOT NULL;
-- Addresses that are to be deleted.
CREATE INDEX "tips_with_address" ON "tips" ("created_at") WHERE "email" IS NOT NULL;

-- Who looks at the desk's lists asks how many there are.
CREATE FUNCTION announce_tip() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('proofmark', json_build_object('topic', 'queue', 'kind', 'tip')::text);
  RETURN NULL;
END $$;
CREATE TRIGGER "tips_announce" AFTER INSERT OR UPDATE ON "tips"
  FOR EACH STATEMENT EXECUTE FUNCTION announce_tip();
