-- A translation is read on more pages than the claim's own and the lists: its article's, by slug and by id, and those of
-- its topics and its claimant. They are those of the publication readers get now.
CREATE OR REPLACE FUNCTION announce_translation() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM announce_documents(
    ARRAY['lists', 'claim:' || p."slug", 'article:' || a."slug", 'article:' || a."id"]
      || ARRAY(SELECT g."kind" || ':' || g."slug" FROM groups_of(p."content") g)
  )
    FROM "publications" p JOIN "articles" a ON a."id" = p."article_id"
    WHERE p."claim_id" = coalesce(NEW."claim_id", OLD."claim_id") AND p."is_current";
  RETURN NULL;
END;
$$;
