-- What a passage was before a person said where it stands, so that their word can be taken back.
ALTER TABLE "passages" ADD COLUMN "before_repair" JSONB;

ALTER TABLE "passages" ADD CONSTRAINT "passages_before_repair" CHECK (
  "before_repair" IS NULL OR "repair" IS NOT NULL
);
