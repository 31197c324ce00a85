-- Files of ClaimReview that an admin sent to the desk: what would become of each row is shown first, and imported then.

-- CreateEnum
CREATE TYPE "check_file_use" AS ENUM ('checked_before', 'archive');

-- CreateEnum
CREATE TYPE "check_file_state" AS ENUM ('reading', 'shown', 'importing', 'imported', 'failed');

-- CreateTable
CREATE TABLE "check_files" (
    "id" UUID NOT NULL,
    "use" "check_file_use" NOT NULL,
    "state" "check_file_state" NOT NULL DEFAULT 'reading',
    "name" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "content" BYTEA,
    "ratings" JSONB NOT NULL DEFAULT '{}',
    "scale_id" UUID,
    "made" INTEGER NOT NULL DEFAULT 0,
    "failure" JSONB,
    "member_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "shown_at" TIMESTAMPTZ(3),
    "touched_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "check_files_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "check_file_rows" (
    "file_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "statement" TEXT,
    "url" TEXT,
    "publisher" TEXT,
    "rating_label" TEXT,

    CONSTRAINT "check_file_rows_pkey" PRIMARY KEY ("file_id","number")
);

-- CreateIndex
CREATE INDEX "check_files_touched_at_idx" ON "check_files"("touched_at");

-- CreateIndex
CREATE INDEX "check_file_rows_file_id_outcome_number_idx" ON "check_file_rows"("file_id", "outcome", "number");

-- AddForeignKey
ALTER TABLE "check_files" ADD CONSTRAINT "check_files_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_file_rows" ADD CONSTRAINT "check_file_rows_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "check_files"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "check_files"
  ADD CONSTRAINT "check_files_failure" CHECK (("state" = 'failed') = ("failure" IS NOT NULL)),
  ADD CONSTRAINT "check_files_content" CHECK ("state" = 'imported' OR "content" IS NOT NULL),
  ADD CONSTRAINT "check_files_shown" CHECK ("state" NOT IN ('shown', 'importing', 'imported') OR "shown_at" IS NOT NULL);
