-- Imports and what they were read from, revisions after the first, and passages that follow them.

-- CreateEnum
CREATE TYPE "repair" AS ENUM ('confirmed', 'placed', 'detached');

-- CreateEnum
CREATE TYPE "import_kind" AS ENUM ('url', 'html', 'file', 'text');

-- CreateEnum
CREATE TYPE "import_state" AS ENUM ('waiting', 'fetching', 'reading', 'ready', 'unchanged', 'saved', 'failed');

-- AlterTable
ALTER TABLE "articles" ADD COLUMN     "check_every_hours" SMALLINT,
ADD COLUMN     "import_choices" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "next_check_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "revisions" ADD COLUMN     "original_id" UUID,
ALTER COLUMN "created_by_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "passages" ADD COLUMN     "candidates" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "chosen_quote" TEXT,
ADD COLUMN     "is_current" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "previous_id" UUID,
ADD COLUMN     "repair" "repair",
ADD COLUMN     "repaired_at" TIMESTAMPTZ(3),
ADD COLUMN     "repaired_by_id" UUID,
ADD COLUMN     "score" REAL NOT NULL DEFAULT 1,
ALTER COLUMN "start_offset" DROP NOT NULL,
ALTER COLUMN "end_offset" DROP NOT NULL;

-- AlterTable
ALTER TABLE "publications" ADD COLUMN     "article_changed_at" TIMESTAMPTZ(3),
ADD COLUMN     "places" JSONB;

-- Until now every article had one text, and every passage stood in it as it was chosen.
UPDATE "passages" SET "chosen_quote" = "quote";
ALTER TABLE "passages" ALTER COLUMN "chosen_quote" SET NOT NULL;
UPDATE "publications" SET "places" = jsonb_build_object('revision', 1, 'passages', (
  SELECT coalesce(jsonb_agg(jsonb_build_object('start', p -> 'start', 'end', p -> 'end', 'quote', p -> 'quote')), '[]')
  FROM jsonb_array_elements("content" -> 'passages') p
));
ALTER TABLE "publications" ALTER COLUMN "places" SET NOT NULL;

-- CreateTable
CREATE TABLE "originals" (
    "id" UUID NOT NULL,
    "content_type" TEXT,
    "url" TEXT,
    "file_name" TEXT,
    "content" BYTEA NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "etag" TEXT,
    "last_modified" TEXT,
    "read_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "originals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "imports" (
    "id" UUID NOT NULL,
    "kind" "import_kind" NOT NULL,
    "state" "import_state" NOT NULL DEFAULT 'waiting',
    "url" TEXT,
    "is_check" BOOLEAN NOT NULL DEFAULT false,
    "article_id" UUID,
    "member_id" UUID,
    "original_id" UUID,
    "result" JSONB,
    "failure" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "imports_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "imports_article_id_created_at_idx" ON "imports"("article_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "imports_created_at_idx" ON "imports"("created_at");

-- CreateIndex
CREATE INDEX "imports_original_id_idx" ON "imports"("original_id");

-- CreateIndex
CREATE INDEX "articles_next_check_at_idx" ON "articles"("next_check_at");

-- CreateIndex
CREATE INDEX "articles_source_url_idx" ON "articles"("source_url");

-- CreateIndex
CREATE INDEX "revisions_original_id_idx" ON "revisions"("original_id");

-- CreateIndex
CREATE INDEX "passages_previous_id_idx" ON "passages"("previous_id");

-- AddForeignKey
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_original_id_fkey" FOREIGN KEY ("original_id") REFERENCES "originals"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imports" ADD CONSTRAINT "imports_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imports" ADD CONSTRAINT "imports_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imports" ADD CONSTRAINT "imports_original_id_fkey" FOREIGN KEY ("original_id") REFERENCES "originals"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passages" ADD CONSTRAINT "passages_repaired_by_id_fkey" FOREIGN KEY ("repaired_by_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passages" ADD CONSTRAINT "passages_previous_id_fkey" FOREIGN KEY ("previous_id") REFERENCES "passages"("id") ON DELETE SET NULL ON UPDATE CASCADE;



-- A passage has both offsets or none: none exactly when a person said it is gone, or when nobody has said
-- anything yet and its words were not found, or found in several places.
ALTER TABLE "passages" ADD CONSTRAINT "passages_placed" CHECK (
    ("start_offset" IS NULL) = ("end_offset" IS NULL)
    AND ("start_offset" IS NOT NULL) = (
      CASE WHEN "repair" IS NULL THEN "outcome" IN ('exact', 'moved', 'reworded') ELSE "repair" <> 'detached' END
    )
  ),
  ADD CONSTRAINT "passages_repaired" CHECK (
    ("repair" IS NULL) = ("repaired_at" IS NULL) AND ("repair" IS NULL) = ("repaired_by_id" IS NULL)
  ),
  ADD CONSTRAINT "passages_score" CHECK ("score" BETWEEN 0 AND 1),
  ADD CONSTRAINT "passages_chosen" CHECK ("chosen_quote" <> '');
-- The repair list, and how long it is.
CREATE INDEX "passages_to_repair" ON "passages" ("claim_id")
  WHERE "is_current" AND "repair" IS NULL AND "outcome" IN ('reworded', 'ambiguous', 'lost');

ALTER TABLE "originals" ADD CONSTRAINT "originals_sha256" CHECK ("sha256" ~ '^[0-9a-f]{64}$');
-- What was read is provenance: never changed. It may go while no revision needs it.
CREATE TRIGGER "originals_immutable" BEFORE UPDATE ON "originals" FOR EACH ROW EXECUTE FUNCTION refuse_change();

ALTER TABLE "imports" ADD CONSTRAINT "imports_url" CHECK ("kind" <> 'url' OR "url" IS NOT NULL),
  ADD CONSTRAINT "imports_check" CHECK (NOT "is_check" OR ("kind" = 'url' AND "article_id" IS NOT NULL)),
  ADD CONSTRAINT "imports_failure" CHECK (("state" = 'failed') = ("failure" IS NOT NULL)),
  ADD CONSTRAINT "imports_result" CHECK (("state" IN ('ready', 'saved')) = ("result" IS NOT NULL));
-- An article is checked by one import at a time: of two people pressing at once, one is told.
CREATE UNIQUE INDEX "imports_one_check" ON "imports" ("article_id")
  WHERE "is_check" AND "state" IN ('waiting', 'fetching', 'reading');

ALTER TABLE "articles" ADD CONSTRAINT "articles_check" CHECK (
  ("check_every_hours" IS NULL OR "check_every_hours" BETWEEN 1 AND 720)
  AND ("check_every_hours" IS NULL) = ("next_check_at" IS NULL)
);
