-- Checks of the newsroom's own from before it had this desk: which claim each became.
ALTER TABLE "foreign_checks" ADD COLUMN "claim_id" UUID;
CREATE UNIQUE INDEX "foreign_checks_claim_id_key" ON "foreign_checks"("claim_id");
ALTER TABLE "foreign_checks" ADD CONSTRAINT "foreign_checks_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE CASCADE ON UPDATE CASCADE;
