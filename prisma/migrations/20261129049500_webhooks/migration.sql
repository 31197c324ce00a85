-- Addresses of other programs that are told what happens to claims, and what each was told.

-- CreateEnum
CREATE TYPE "webhook_delivery_state" AS ENUM ('waiting', 'sent', 'dead');

-- CreateTable
CREATE TABLE "webhooks" (
    "id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "events" TEXT[],
    "sealed_secret" TEXT NOT NULL,
    "is_on" BOOLEAN NOT NULL DEFAULT true,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "webhooks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_deliveries" (
    "id" UUID NOT NULL,
    "webhook_id" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "claim_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "state" "webhook_delivery_state" NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL,
    "attempted_at" TIMESTAMPTZ(3),
    "status" INTEGER,
    "failure" JSONB,

    CONSTRAINT "webhook_deliveries_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "webhooks_created_by_id_idx" ON "webhooks"("created_by_id");
CREATE INDEX "webhook_deliveries_webhook_id_at_idx" ON "webhook_deliveries"("webhook_id", "at" DESC);
CREATE INDEX "webhook_deliveries_claim_id_idx" ON "webhook_deliveries"("claim_id");
CREATE INDEX "webhook_deliveries_at_idx" ON "webhook_deliveries"("at");

-- AddForeignKey
ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhooks"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE INDEX "webhook_deliveries_due_idx" ON "webhook_deliveries"("next_attempt_at") WHERE "state" = 'waiting';

ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_some_event" CHECK (cardinality("events") > 0);
ALTER TABLE "webhook_deliveries"
  ADD CONSTRAINT "webhook_deliveries_about" CHECK (("event" = 'test') = ("claim_id" IS NULL)),
  ADD CONSTRAINT "webhook_deliveries_status" CHECK ("state" <> 'sent' OR "status" IS NOT NULL);
