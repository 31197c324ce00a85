-- Word of what changed for readers, to every process that keeps finished documents: the tags they are kept by
-- (lib/delivery/addresses.ts), or none, which stands for all of them. By trigger, so that nothing that changes what
-- readers get can forget to say so.

CREATE FUNCTION announce_documents(tags text[]) RETURNS void
LANGUAGE sql AS $$
  SELECT pg_notify('proofmark', json_build_object('topic', 'public', 'kind', 'documents', 'tags', tags)::text);
$$;

CREATE FUNCTION announce_publication() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM announce_documents(ARRAY['lists', 'claim:' || NEW."slug", 'article:' || a."slug"])
    FROM "articles" a WHERE a."id" = NEW."article_id";
  RETURN NULL;
END;
$$;

CREATE TRIGGER publications_announce
AFTER INSERT OR UPDATE ON "publications"
FOR EACH ROW EXECUTE FUNCTION announce_publication();

CREATE FUNCTION announce_public_article() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM announce_documents(ARRAY['article:' || OLD."slug", 'article:' || NEW."slug"]);
  RETURN NULL;
END;
$$;

-- Only what readers see of it, and only where they see any of it.
CREATE TRIGGER articles_announce
AFTER UPDATE OF "slug", "title", "byline", "source_url", "published_on", "language", "direction", "origin", "display"
ON "articles"
FOR EACH ROW EXECUTE FUNCTION announce_public_article();

CREATE FUNCTION announce_newsroom() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM announce_documents(ARRAY[]::text[]);
  RETURN NULL;
END;
$$;

CREATE TRIGGER newsroom_announce
AFTER INSERT OR UPDATE ON "newsroom"
FOR EACH STATEMENT EXECUTE FUNCTION announce_newsroom();
