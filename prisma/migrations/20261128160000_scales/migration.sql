-- Scales are drawn up as drafts and fixed once they are in use; a verdict may also say what kind of problem the claim has.

ALTER TABLE "scales"
  ADD COLUMN "is_rated" BOOLEAN NOT NULL DEFAULT true,
  ADD COLUMN "in_use_since" TIMESTAMPTZ(3),
  ADD COLUMN "edits" INTEGER NOT NULL DEFAULT 1;
UPDATE "scales" SET "in_use_since" = "created_at";

CREATE TABLE "problems" (
    "id" UUID NOT NULL,
    "scale_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "definition" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "problems_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "problems_scale_id_key_key" ON "problems"("scale_id", "key");
ALTER TABLE "problems" ADD CONSTRAINT "problems_scale_id_fkey" FOREIGN KEY ("scale_id") REFERENCES "scales"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A draft that is thrown away takes its ratings along; one in use cannot go, because verdicts hold its ratings.
ALTER TABLE "ratings" DROP CONSTRAINT "ratings_scale_id_fkey";
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_scale_id_fkey" FOREIGN KEY ("scale_id") REFERENCES "scales"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "reviews" ADD COLUMN "problem_id" UUID;
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_problem_id_fkey" FOREIGN KEY ("problem_id") REFERENCES "problems"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "verdicts" ADD COLUMN "problem_id" UUID;
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_problem_id_fkey" FOREIGN KEY ("problem_id") REFERENCES "problems"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One draft at a time: of two people who begin one, the second gets the first one's.
CREATE UNIQUE INDEX "scales_one_draft" ON "scales" ((true)) WHERE "in_use_since" IS NULL;

-- What verdicts were given on stays as it was.
CREATE FUNCTION refuse_change_of_scale() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A scale in use never changes: draw up its next version';
END $$;
CREATE TRIGGER "scales_fixed" BEFORE UPDATE OR DELETE ON "scales"
  FOR EACH ROW WHEN (OLD.in_use_since IS NOT NULL) EXECUTE FUNCTION refuse_change_of_scale();

-- A draft's own ratings may go and change. When a draft is thrown away its row is gone before they are.
CREATE FUNCTION refuse_change_of_used_scale() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM scales WHERE id = OLD.scale_id AND in_use_since IS NOT NULL) THEN
    RAISE EXCEPTION 'A scale in use never changes: draw up its next version';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER "ratings_fixed" BEFORE UPDATE OR DELETE ON "ratings"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_used_scale();
CREATE TRIGGER "problems_fixed" BEFORE UPDATE OR DELETE ON "problems"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_used_scale();
