-- An import remembers which text its article had when it began: it must not be saved over a newer one.
ALTER TABLE "imports" ADD COLUMN "based_on" INTEGER;

-- Of those under way or waiting to be saved now, the text there was when they were asked for.
UPDATE "imports" i SET "based_on" = (
  SELECT coalesce(max(r."number"), 1) FROM "revisions" r
  WHERE r."article_id" = i."article_id" AND r."created_at" <= i."created_at"
) WHERE i."article_id" IS NOT NULL AND i."state" <> 'saved';

ALTER TABLE "imports" ADD CONSTRAINT "imports_based_on" CHECK (
  "based_on" IS NULL OR ("based_on" >= 1 AND "article_id" IS NOT NULL)
);
