-- What a webhook's deliveries were signed with before: for a while they are signed with both.

-- AlterTable
ALTER TABLE "webhooks"
  ADD COLUMN "former_sealed_secret" TEXT,
  ADD COLUMN "former_until" TIMESTAMPTZ(3);

ALTER TABLE "webhooks"
  ADD CONSTRAINT "webhooks_former_secret" CHECK (("former_sealed_secret" IS NULL) = ("former_until" IS NULL));
