-- An address that a source had before its page moved still leads to it: attached again, it makes no second source.
CREATE TABLE "former_addresses" (
    "url" TEXT NOT NULL,
    "source_id" UUID NOT NULL,
    "replaced_by_id" UUID NOT NULL,
    "replaced_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "former_addresses_pkey" PRIMARY KEY ("url")
);

-- Merging two sources moves what the one had.
CREATE INDEX "former_addresses_source_id_idx" ON "former_addresses"("source_id");

-- AddForeignKey
ALTER TABLE "former_addresses" ADD CONSTRAINT "former_addresses_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "former_addresses" ADD CONSTRAINT "former_addresses_replaced_by_id_fkey" FOREIGN KEY ("replaced_by_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
