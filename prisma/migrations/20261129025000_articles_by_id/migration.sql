-- Programs ask for an article by its id as well as by its slug: what changes in it drops that too.

CREATE FUNCTION announce_article_of_publication() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM announce_documents(ARRAY['article:' || NEW."article_id"]);
  RETURN NULL;
END;
$$;

CREATE TRIGGER publications_announce_article
AFTER INSERT OR UPDATE ON "publications"
FOR EACH ROW EXECUTE FUNCTION announce_article_of_publication();

CREATE FUNCTION announce_article_by_id() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM announce_documents(ARRAY['article:' || NEW."id"]);
  RETURN NULL;
END;
$$;

CREATE TRIGGER articles_announce_by_id
AFTER UPDATE OF "slug", "title", "source_url", "language" ON "articles"
FOR EACH ROW EXECUTE FUNCTION announce_article_by_id();
