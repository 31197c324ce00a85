-- Sentences of an article that somebody found not worth checking: they are suggested to nobody again.
-- CreateTable
CREATE TABLE "waved_suggestions" (
    "article_id" UUID NOT NULL,
    "sentence_key" TEXT NOT NULL,
    "waved_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "waved_suggestions_pkey" PRIMARY KEY ("article_id","sentence_key")
);

-- AddForeignKey
ALTER TABLE "waved_suggestions" ADD CONSTRAINT "waved_suggestions_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waved_suggestions" ADD CONSTRAINT "waved_suggestions_waved_by_id_fkey" FOREIGN KEY ("waved_by_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "waved_suggestions" ADD CONSTRAINT "waved_suggestions_key" CHECK ("sentence_key" ~ '^[0-9a-f]{16}$');
