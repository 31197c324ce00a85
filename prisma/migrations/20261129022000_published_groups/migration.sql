-- The pages of topics and claimants: which publications stand under which of them. A narrow table, so that a page of the
-- list costs the same at any depth, and verdicts are counted without reading a publication.

CREATE TYPE "group_kind" AS ENUM ('topic', 'claimant');

CREATE TABLE "group_entries" (
    "kind" "group_kind" NOT NULL,
    "slug" TEXT NOT NULL,
    "publication_id" UUID NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "is_withdrawn" BOOLEAN NOT NULL,
    "tone" "tone" NOT NULL,
    "rating_label" TEXT NOT NULL,
    CONSTRAINT "group_entries_pkey" PRIMARY KEY ("publication_id", "kind", "slug"),
    CONSTRAINT "group_entries_publication_id_fkey" FOREIGN KEY ("publication_id") REFERENCES "publications"("id")
      ON DELETE CASCADE ON UPDATE CASCADE
);

-- The list and the count of verdicts.
CREATE INDEX "group_entries_listed" ON "group_entries" ("kind", "slug", "published_at" DESC, "publication_id" DESC)
  INCLUDE ("tone", "rating_label") WHERE NOT "is_withdrawn";
-- The feeds, which tell of withdrawn checks too.
CREATE INDEX "group_entries_changed" ON "group_entries" ("kind", "slug", "changed_at" DESC, "publication_id" DESC);

CREATE FUNCTION groups_of("content" jsonb) RETURNS TABLE ("kind" group_kind, "slug" text)
LANGUAGE sql IMMUTABLE AS $$
  SELECT DISTINCT 'topic'::group_kind, topic ->> 'slug' FROM jsonb_array_elements("content" -> 'topics') topic
  UNION ALL
  SELECT 'claimant', "content" #>> '{claimant,slug}' WHERE "content" #>> '{claimant,slug}' IS NOT NULL;
$$;

CREATE FUNCTION enter_groups("publication" "publications") RETURNS void
LANGUAGE sql AS $$
  INSERT INTO "group_entries"
    ("kind", "slug", "publication_id", "published_at", "changed_at", "is_withdrawn", "tone", "rating_label")
  SELECT g."kind", g."slug", "publication"."id", "publication"."published_at", "publication"."created_at",
    "publication"."withdrawn_at" IS NOT NULL, "publication"."tone", "publication"."content" #>> '{rating,label}'
  FROM groups_of("publication"."content") g WHERE "publication"."is_current";
$$;

CREATE FUNCTION follow_publication() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    DELETE FROM "group_entries" WHERE "publication_id" = NEW."id";
  END IF;
  PERFORM enter_groups(NEW);
  PERFORM announce_documents(ARRAY[g."kind" || ':' || g."slug"]) FROM groups_of(NEW."content") g;
  RETURN NULL;
END;
$$;

-- The one that stops to be current says so too: a correction may take a claim out of a topic.
CREATE TRIGGER publications_groups
AFTER INSERT OR UPDATE OF "is_current", "content", "tone", "published_at", "created_at", "withdrawn_at" ON "publications"
FOR EACH ROW EXECUTE FUNCTION follow_publication();

-- Their names stand on their own pages and on the first page of all.
CREATE FUNCTION announce_group() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM announce_documents(ARRAY['lists', TG_ARGV[0] || ':' || OLD."slug", TG_ARGV[0] || ':' || NEW."slug"]);
  RETURN NULL;
END;
$$;

CREATE TRIGGER topics_announce AFTER UPDATE ON "topics" FOR EACH ROW EXECUTE FUNCTION announce_group('topic');
CREATE TRIGGER claimants_announce AFTER UPDATE ON "claimants" FOR EACH ROW EXECUTE FUNCTION announce_group('claimant');

SELECT enter_groups(p) FROM "publications" p WHERE p."is_current";
