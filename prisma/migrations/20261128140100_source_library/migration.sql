-- The library of sources: what the desk thinks of one, which became one, and searching.

ALTER TABLE "sources" ADD COLUMN     "reliability_note" TEXT;

-- CreateTable
CREATE TABLE "merged_sources" (
    "id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "url" TEXT,
    "title" TEXT NOT NULL,
    "merged_by_id" UUID NOT NULL,
    "merged_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "merged_sources_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "merged_sources_url_key" ON "merged_sources"("url");

-- CreateIndex
CREATE INDEX "merged_sources_source_id_idx" ON "merged_sources"("source_id");

-- AddForeignKey
ALTER TABLE "merged_sources" ADD CONSTRAINT "merged_sources_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merged_sources" ADD CONSTRAINT "merged_sources_merged_by_id_fkey" FOREIGN KEY ("merged_by_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Searching by a part of a title, an address or a publisher.
CREATE INDEX "sources_title_trgm" ON "sources" USING GIN ("title" gin_trgm_ops);
CREATE INDEX "sources_url_trgm" ON "sources" USING GIN ("url" gin_trgm_ops);
CREATE INDEX "sources_publisher_trgm" ON "sources" USING GIN ("publisher" gin_trgm_ops);
