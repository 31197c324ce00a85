-- Who has which article open. Gone after a crash of the server, which is as well: it is true for a minute.
CREATE UNLOGGED TABLE "presences" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "claim_id" UUID,
    "is_editing" BOOLEAN NOT NULL DEFAULT false,
    "field" TEXT,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "presences_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "presences_article_id_seen_at_idx" ON "presences"("article_id", "seen_at");

-- CreateIndex
CREATE INDEX "presences_member_id_idx" ON "presences"("member_id");

-- CreateIndex
CREATE INDEX "presences_seen_at_idx" ON "presences"("seen_at");

-- AddForeignKey
ALTER TABLE "presences" ADD CONSTRAINT "presences_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "presences" ADD CONSTRAINT "presences_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Editing is editing something.
ALTER TABLE "presences"
  ADD CONSTRAINT "presences_editing" CHECK ("claim_id" IS NOT NULL OR NOT "is_editing"),
  ADD CONSTRAINT "presences_field" CHECK ("is_editing" OR "field" IS NULL);

-- Whoever has a page open is told what changed: lib/realtime listens on the channel `proofmark`. Only ids and a noun
-- go out, never words, ratings or opinions: members who may not know them hear the same. NOTIFY is sent when the
-- transaction commits, so nothing is announced that did not happen.

CREATE FUNCTION announced_kind(action text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE action WHEN 'article.revised' THEN 'revision' ELSE split_part(action, '.', 1) END
$$;

CREATE FUNCTION announce_audit_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('proofmark', json_build_object(
    'topic', 'article:' || NEW."article_id",
    'kind', announced_kind(NEW."action"),
    'seq', NEW."seq",
    'claimId', NEW."claim_id"
  )::text);
  RETURN NULL;
END $$;
CREATE TRIGGER "audit_events_announce" AFTER INSERT ON "audit_events"
  FOR EACH ROW WHEN (NEW."article_id" IS NOT NULL) EXECUTE FUNCTION announce_audit_event();

-- A stream is as long as its session: what ends one, or may end it, has the streams of its member look again.
CREATE FUNCTION announce_member_access() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('proofmark', json_build_object(
    'topic', 'member:' || CASE TG_TABLE_NAME WHEN 'members' THEN OLD."id" ELSE (to_jsonb(OLD) ->> 'member_id')::uuid END,
    'kind', 'access'
  )::text);
  RETURN NULL;
END $$;
CREATE TRIGGER "members_announce_access" AFTER UPDATE OF "disabled_at", "role" ON "members"
  FOR EACH ROW EXECUTE FUNCTION announce_member_access();
CREATE TRIGGER "sessions_announce_revoked" AFTER UPDATE OF "revoked_at" ON "sessions"
  FOR EACH ROW EXECUTE FUNCTION announce_member_access();
