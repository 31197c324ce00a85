-- Feeds whose new items become imports.

-- CreateTable
CREATE TABLE "feeds" (
    "id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "title" TEXT,
    "words" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "is_on" BOOLEAN NOT NULL DEFAULT true,
    "next_read_at" TIMESTAMPTZ(3) NOT NULL,
    "etag" TEXT,
    "last_modified" TEXT,
    "read_at" TIMESTAMPTZ(3),
    "succeeded_at" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "failure" JSONB,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "feeds_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "feed_items" (
    "feed_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "feed_items_pkey" PRIMARY KEY ("feed_id", "key")
);

-- AlterTable
ALTER TABLE "imports" ADD COLUMN "feed_id" UUID, ADD COLUMN "title" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "feeds_url_key" ON "feeds"("url");
CREATE INDEX "feeds_next_read_at_idx" ON "feeds"("next_read_at");
CREATE INDEX "feed_items_seen_at_idx" ON "feed_items"("seen_at");
CREATE INDEX "imports_feed_id_created_at_idx" ON "imports"("feed_id", "created_at" DESC);

-- AddForeignKey
ALTER TABLE "feeds" ADD CONSTRAINT "feeds_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "feed_items" ADD CONSTRAINT "feed_items_feed_id_fkey" FOREIGN KEY ("feed_id") REFERENCES "feeds"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "imports" ADD CONSTRAINT "imports_feed_id_fkey" FOREIGN KEY ("feed_id") REFERENCES "feeds"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "feeds" ADD CONSTRAINT "feeds_failing" CHECK (("failures" > 0) = ("failure" IS NOT NULL));
