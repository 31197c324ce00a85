-- When all that somebody sent was taken away, and not its address alone: it is not there to be taken away again.
ALTER TABLE "tips" ADD COLUMN "emptied_at" TIMESTAMPTZ(3),
  ADD CONSTRAINT "tips_emptied" CHECK ("emptied_at" IS NULL OR "erased_at" IS NOT NULL);
-- What stands in the place of its words, in each language a newsroom may have.
UPDATE "tips" SET "emptied_at" = "erased_at"
WHERE "erased_at" IS NOT NULL AND "words" IN ('[erased]', '[effacé]', '[gelöscht]', '[borrado]', '[مُحي]');
