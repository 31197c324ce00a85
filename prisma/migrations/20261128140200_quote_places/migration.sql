-- Where the quoted words of evidence stand in a kept copy of its source. Searched in `quote_snapshot_id`: without a
-- place they were not found there, or are found several times.

ALTER TABLE "evidence" ADD COLUMN     "quote_snapshot_id" UUID,
ADD COLUMN     "quote_start" INTEGER,
ADD COLUMN     "quote_end" INTEGER,
ADD COLUMN     "quote_prefix" TEXT,
ADD COLUMN     "quote_suffix" TEXT;

-- CreateIndex
CREATE INDEX "evidence_quote_snapshot_id_idx" ON "evidence"("quote_snapshot_id");

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_quote_snapshot_id_fkey" FOREIGN KEY ("quote_snapshot_id") REFERENCES "snapshots"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "evidence" ADD CONSTRAINT "evidence_quote_place" CHECK (
  ("quote_start" IS NULL) = ("quote_end" IS NULL)
  AND ("quote_start" IS NULL) = ("quote_prefix" IS NULL)
  AND ("quote_start" IS NULL) = ("quote_suffix" IS NULL)
  AND ("quote_start" IS NULL OR ("quote_snapshot_id" IS NOT NULL AND "quote" IS NOT NULL AND "quote_start" >= 0 AND "quote_start" < "quote_end"))
);
