-- The languages readers may choose besides the newsroom's own, and the one a member works in.

ALTER TABLE "newsroom" ADD COLUMN "reader_languages" TEXT[] NOT NULL DEFAULT '{}';
ALTER TABLE "newsroom" ADD CONSTRAINT "newsroom_reader_languages_check" CHECK (cardinality("reader_languages") <= 20);

ALTER TABLE "member_settings" ADD COLUMN "locale" TEXT;
