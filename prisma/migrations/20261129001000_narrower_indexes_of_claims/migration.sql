-- A claim that is taken gets a new row, which every index has to be told of. What a claim in the queue has not got yet
-- need not be in them.
DROP INDEX "claims_ready_at_idx";
DROP INDEX "claims_published_at_idx";
DROP INDEX "claims_duplicate_of_id_idx";
CREATE INDEX "claims_ready_at" ON "claims"("ready_at") WHERE "ready_at" IS NOT NULL;
CREATE INDEX "claims_published_at" ON "claims"("published_at") WHERE "published_at" IS NOT NULL;
CREATE INDEX "claims_duplicate_of_id" ON "claims"("duplicate_of_id") WHERE "duplicate_of_id" IS NOT NULL;
