-- What members say of themselves beside their name, for readers of the page on how the newsroom works.

ALTER TABLE "members" ADD COLUMN "bio" TEXT;
ALTER TABLE "members" ADD CONSTRAINT "members_bio_length" CHECK (char_length("bio") BETWEEN 1 AND 600);

-- That page shows name and bio of whoever has written one and can sign in.
CREATE FUNCTION announce_bio() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM announce_documents(ARRAY['lists']);
  RETURN NULL;
END;
$$;

CREATE TRIGGER members_announce_bio AFTER UPDATE OF "name", "bio", "disabled_at" ON "members"
FOR EACH ROW WHEN (
  (OLD."bio" IS NOT NULL OR NEW."bio" IS NOT NULL)
  AND (OLD."name", OLD."bio", OLD."disabled_at") IS DISTINCT FROM (NEW."name", NEW."bio", NEW."disabled_at")
) EXECUTE FUNCTION announce_bio();
