-- Who answers for a claim is told when the watch finds that a page it cites is not what it was. Nobody did that.
ALTER TYPE "notification_kind" ADD VALUE 'source_task';
ALTER TABLE "notifications" ALTER COLUMN "actor_id" DROP NOT NULL;
