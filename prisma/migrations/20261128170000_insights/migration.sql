-- The desk's figures ask by the day something happened: sent in, decided, published, an opinion given, a correction.

-- CreateIndex
CREATE INDEX "claims_submitted_at_idx" ON "claims"("submitted_at");

-- CreateIndex
CREATE INDEX "claims_ready_at_idx" ON "claims"("ready_at");

-- CreateIndex
CREATE INDEX "claims_published_at_idx" ON "claims"("published_at");

-- CreateIndex
CREATE INDEX "reviews_decided_at_idx" ON "reviews"("decided_at");

-- When a claim was taken, out of a table that holds everything that ever happened.
CREATE INDEX "audit_events_taken" ON "audit_events" ("claim_id", "at") WHERE "action" = 'claim.taken';

-- The evidence pack: what is or was public, withdrawn checks too, newest first.
CREATE INDEX "publications_current" ON "publications" ("published_at" DESC, "id" DESC) WHERE "is_current";
