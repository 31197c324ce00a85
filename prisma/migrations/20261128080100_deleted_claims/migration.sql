-- A deleted draft as it was, with everything that stood on it, so that whoever deleted it can take that back. Rows go
-- after a day.
CREATE TABLE "deleted_claims" (
    "claim_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "deleted_by_id" UUID NOT NULL,
    "deleted_at" TIMESTAMPTZ(3) NOT NULL,
    "rows" JSONB NOT NULL,

    CONSTRAINT "deleted_claims_pkey" PRIMARY KEY ("claim_id")
);

-- CreateIndex
CREATE INDEX "deleted_claims_deleted_at_idx" ON "deleted_claims"("deleted_at");

-- AddForeignKey
ALTER TABLE "deleted_claims" ADD CONSTRAINT "deleted_claims_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revisions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deleted_claims" ADD CONSTRAINT "deleted_claims_deleted_by_id_fkey" FOREIGN KEY ("deleted_by_id") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;
