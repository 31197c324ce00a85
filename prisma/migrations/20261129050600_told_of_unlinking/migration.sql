-- A member is told, too, that an account at the provider does not sign them in any more.
ALTER TYPE "notification_kind" ADD VALUE 'provider_unlinked';

-- Of two admins who edit a webhook, the second is told that the first has.
-- AlterTable
ALTER TABLE "webhooks" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
