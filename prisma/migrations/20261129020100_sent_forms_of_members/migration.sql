-- Whose form it is: what came of it is told to nobody else, whoever sends the id.
-- Rows are kept for a day, for forms that are sent again; of those there are, nobody knows whose they were.
DELETE FROM "sent_forms";
ALTER TABLE "sent_forms" DROP CONSTRAINT "sent_forms_pkey";
ALTER TABLE "sent_forms" ADD COLUMN "member_id" UUID NOT NULL;
ALTER TABLE "sent_forms" ADD CONSTRAINT "sent_forms_pkey" PRIMARY KEY ("member_id", "id");
ALTER TABLE "sent_forms" ADD CONSTRAINT "sent_forms_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;
