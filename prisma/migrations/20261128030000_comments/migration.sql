-- CreateEnum
CREATE TYPE "notification_kind" AS ENUM ('mention', 'reply', 'claim_comment', 'claim_returned');

-- CreateEnum
CREATE TYPE "mail_pace" AS ENUM ('at_once', 'daily', 'never');

-- CreateTable
CREATE TABLE "comments" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "claim_id" UUID,
    "thread_id" UUID,
    "author_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "knows_opinion" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "edited_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by_id" UUID,

    CONSTRAINT "comments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comment_versions" (
    "comment_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "comment_versions_pkey" PRIMARY KEY ("comment_id","version")
);

-- CreateTable
CREATE TABLE "comment_reads" (
    "member_id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "comment_reads_pkey" PRIMARY KEY ("member_id","thread_id")
);

-- CreateTable
CREATE TABLE "notifications" (
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "kind" "notification_kind" NOT NULL,
    "actor_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "claim_id" UUID,
    "comment_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),
    "mailed_at" TIMESTAMPTZ(3),

    CONSTRAINT "notifications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_settings" (
    "member_id" UUID NOT NULL,
    "direct" "mail_pace" NOT NULL DEFAULT 'at_once',
    "other" "mail_pace" NOT NULL DEFAULT 'daily',
    "digested_on" DATE,

    CONSTRAINT "mail_settings_pkey" PRIMARY KEY ("member_id")
);

-- CreateIndex
CREATE INDEX "comments_thread_id_created_at_id_idx" ON "comments"("thread_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "comments_article_id_claim_id_idx" ON "comments"("article_id", "claim_id");

-- CreateIndex
CREATE INDEX "comments_claim_id_idx" ON "comments"("claim_id");

-- CreateIndex
CREATE INDEX "comment_reads_thread_id_idx" ON "comment_reads"("thread_id");

-- CreateIndex
CREATE INDEX "notifications_member_id_created_at_id_idx" ON "notifications"("member_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "notifications_article_id_idx" ON "notifications"("article_id");

-- CreateIndex
CREATE INDEX "notifications_claim_id_idx" ON "notifications"("claim_id");

-- CreateIndex
CREATE INDEX "notifications_comment_id_idx" ON "notifications"("comment_id");

-- CreateIndex
CREATE UNIQUE INDEX "notifications_member_id_comment_id_key" ON "notifications"("member_id", "comment_id");

-- AddForeignKey
ALTER TABLE "comments" ADD CONSTRAINT "comments_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comments" ADD CONSTRAINT "comments_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comments" ADD CONSTRAINT "comments_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "comments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comments" ADD CONSTRAINT "comments_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comments" ADD CONSTRAINT "comments_resolved_by_id_fkey" FOREIGN KEY ("resolved_by_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_versions" ADD CONSTRAINT "comment_versions_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_reads" ADD CONSTRAINT "comment_reads_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_reads" ADD CONSTRAINT "comment_reads_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "comments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail_settings" ADD CONSTRAINT "mail_settings_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- Deleted is deleted: the words are then in comment_versions only, and no query can show them by mistake.
ALTER TABLE "comments" ADD CONSTRAINT "comments_deleted" CHECK (("deleted_at" IS NULL) = ("body" <> '')),
  -- 5,000 characters as they are typed; names become ids, which may be longer.
  ADD CONSTRAINT "comments_length" CHECK (char_length("body") <= 50000),
  ADD CONSTRAINT "comments_version" CHECK ("version" >= 1),
  ADD CONSTRAINT "comments_resolved" CHECK (
    ("resolved_at" IS NULL) = ("resolved_by_id" IS NULL) AND ("resolved_at" IS NULL OR "thread_id" IS NULL)
  );
-- The threads of a claim, and those of an article that are about no claim of it, newest first.
CREATE INDEX "comments_threads_of_claim" ON "comments" ("claim_id", "created_at" DESC, "id" DESC)
  WHERE "thread_id" IS NULL;
CREATE INDEX "comments_threads_of_article" ON "comments" ("article_id", "created_at" DESC, "id" DESC)
  WHERE "thread_id" IS NULL AND "claim_id" IS NULL;

ALTER TABLE "comment_versions" ADD CONSTRAINT "comment_versions_version" CHECK ("version" >= 1),
  ADD CONSTRAINT "comment_versions_body" CHECK ("body" <> '');
-- History: written once. It goes only with the comment, when a draft that was never submitted is deleted.
CREATE TRIGGER "comment_versions_immutable" BEFORE UPDATE ON "comment_versions"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

ALTER TABLE "notifications" ADD CONSTRAINT "notifications_others" CHECK ("member_id" <> "actor_id"),
  ADD CONSTRAINT "notifications_about" CHECK (
    ("kind" = 'claim_returned') = ("comment_id" IS NULL)
    AND ("claim_id" IS NOT NULL OR "kind" IN ('mention', 'reply'))
  );
-- The badge, on every page of the desk.
CREATE INDEX "notifications_unread" ON "notifications" ("member_id") WHERE "read_at" IS NULL;
-- What is still to be mailed, each minute.
CREATE INDEX "notifications_to_mail" ON "notifications" ("created_at")
  WHERE "read_at" IS NULL AND "mailed_at" IS NULL;
