-- The ends of the chains as they were signed, one row for each time a chain had grown: docs/audit.md.

-- CreateTable
CREATE TABLE "audit_heads" (
    "number" BIGSERIAL NOT NULL,
    "chain" UUID NOT NULL,
    "length" INTEGER NOT NULL,
    "hash" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "up_to" BIGINT NOT NULL,
    "key" TEXT NOT NULL,
    "signature" TEXT NOT NULL,

    CONSTRAINT "audit_heads_pkey" PRIMARY KEY ("number")
);

-- CreateIndex
CREATE UNIQUE INDEX "audit_heads_chain_length_key" ON "audit_heads"("chain", "length");

CREATE TRIGGER "audit_heads_append_only" BEFORE UPDATE OR DELETE ON "audit_heads"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "audit_heads_no_truncate" BEFORE TRUNCATE ON "audit_heads"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
