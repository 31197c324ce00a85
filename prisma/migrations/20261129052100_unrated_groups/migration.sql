-- Where a newsroom gives no ratings, its scale has one all the same, which nobody chooses. The pages of topics and
-- claimants counted it, and the list offered it, as the rating it looks like.

ALTER TABLE "group_entries" ADD COLUMN "is_rated" BOOLEAN NOT NULL DEFAULT true;

CREATE OR REPLACE FUNCTION enter_groups("publication" "publications") RETURNS void
LANGUAGE sql AS $$
  INSERT INTO "group_entries"
    ("kind", "slug", "publication_id", "published_at", "changed_at", "is_withdrawn", "tone", "rating_label", "is_rated")
  SELECT g."kind", g."slug", "publication"."id", "publication"."published_at", "publication"."created_at",
    "publication"."withdrawn_at" IS NOT NULL, "publication"."tone", "publication"."content" #>> '{rating,label}',
    "publication"."content" #> '{rating,isRated}' IS DISTINCT FROM 'false'
  FROM groups_of("publication"."content") g WHERE "publication"."is_current";
$$;

UPDATE "group_entries" g SET "is_rated" = false FROM "publications" p
WHERE p."id" = g."publication_id" AND p."content" #> '{rating,isRated}' = 'false';
ALTER TABLE "group_entries" ALTER COLUMN "is_rated" DROP DEFAULT;

DROP INDEX "group_entries_listed";
CREATE INDEX "group_entries_listed" ON "group_entries" ("kind", "slug", "published_at" DESC, "publication_id" DESC)
  INCLUDE ("tone", "rating_label", "is_rated") WHERE NOT "is_withdrawn";

CREATE OR REPLACE FUNCTION listed_marks(content jsonb, tone tone, language text, published_at timestamptz) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN array_remove(ARRAY[
    'month:' || month_number(published_at),
    'year:' || month_number(published_at) / 12,
    CASE WHEN content #> '{rating,isRated}' IS DISTINCT FROM 'false' THEN 'verdict:' || tone END,
    'language:' || split_part(lower(language), '-', 1),
    'claimant:' || (content #>> '{claimant,slug}'),
    'publisher:' || (content #>> '{article,publisher}')
  ], NULL)
  || ARRAY(SELECT 'topic:' || (topic ->> 'slug') FROM jsonb_array_elements(content -> 'topics') topic);

UPDATE "listed_claims" l SET "marks" = array_remove(l."marks", 'verdict:' || p."tone") FROM "publications" p
WHERE p."id" = l."publication_id" AND p."content" #> '{rating,isRated}' = 'false';
