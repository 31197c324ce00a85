-- A claim its author takes back to change it keeps its place in line when it is submitted again soon.

ALTER TABLE "claims" ADD COLUMN "recalled_at" TIMESTAMPTZ(3), ADD COLUMN "waited_since" TIMESTAMPTZ(3);

ALTER TABLE "claims" ADD CONSTRAINT "claims_recalled" CHECK (("recalled_at" IS NULL) = ("waited_since" IS NULL));
