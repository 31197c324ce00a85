-- The audit log becomes chains of hashes, one for each article and one for what belongs to none: docs/audit.md.

-- Without them, what an event says could be guessed from its digest, which readers may see.
ALTER TABLE "audit_events"
  ADD COLUMN "actor_salt" UUID NOT NULL DEFAULT gen_random_uuid(),
  ADD COLUMN "data_salt" UUID NOT NULL DEFAULT gen_random_uuid();

-- CreateTable
CREATE TABLE "audit_links" (
    "chain" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "event_id" UUID NOT NULL,
    "digest" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_links_pkey" PRIMARY KEY ("chain", "position")
);

-- CreateIndex
CREATE UNIQUE INDEX "audit_links_event_id_key" ON "audit_links"("event_id");

-- By what an object's keys are ordered in RFC 8785: UTF-16 code units. UTF-8 orders alike, but for U+E000 to U+FFFF,
-- whose first bytes (EE, EF) have to come after those of what takes two units (F0 to F4).
CREATE FUNCTION utf16_order(key text) RETURNS bytea
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  bytes bytea := convert_to(key, 'UTF8');
BEGIN
  IF key !~ '[\uE000-\uFFFF]' THEN RETURN bytes; END IF;
  FOR at IN 0 .. length(bytes) - 1 LOOP
    IF get_byte(bytes, at) IN (238, 239) THEN bytes := set_byte(bytes, at, get_byte(bytes, at) + 7); END IF;
  END LOOP;
  RETURN bytes;
END
$$;

-- RFC 8785, and the same as lib/audit/canonical.ts. Numbers are whole ones that a double holds: of others the two
-- could have different opinions.
CREATE FUNCTION canonical_json(value jsonb) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  number numeric;
BEGIN
  CASE jsonb_typeof(value)
    WHEN 'object' THEN
      -- Nearly all keys are ASCII, and of those every order is the same.
      RETURN '{' || coalesce((
        SELECT string_agg(
          to_json(field.key)::text || ':' || CASE
            WHEN jsonb_typeof(field.value) IN ('object', 'array', 'number') THEN canonical_json(field.value)
            ELSE field.value::text END,
          ',' ORDER BY CASE
            WHEN octet_length(field.key) = length(field.key) THEN convert_to(field.key, 'UTF8')
            ELSE utf16_order(field.key) END)
        FROM jsonb_each(value) field
      ), '') || '}';
    WHEN 'array' THEN
      RETURN '[' || coalesce((
        SELECT string_agg(canonical_json(item.value), ',' ORDER BY item.ordinality)
        FROM jsonb_array_elements(value) WITH ORDINALITY item
      ), '') || ']';
    WHEN 'number' THEN
      number := value::numeric;
      IF number <> trunc(number) OR abs(number) > 9007199254740991 THEN
        RAISE EXCEPTION 'An audit event holds whole numbers only, not %', number;
      END IF;
      RETURN number::bigint::text;
    ELSE
      RETURN value::text;
  END CASE;
END
$$;

-- What an event says, as a hash: lib/audit/chain.ts. Who did it and what exactly are hashes in it, so that each can be
-- shown or kept back for itself.
CREATE FUNCTION audit_digest(event "audit_events") RETURNS bytea
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  actor text := '{"id":' || coalesce('"' || event."actor_id" || '"', 'null')
    || ',"name":' || to_json(event."actor_name")::text
    || ',"salt":"' || event."actor_salt" || '"}';
  data text := '{"data":' || canonical_json(event."data")
    || ',"salt":"' || event."data_salt"
    || '","subjectId":' || coalesce('"' || event."subject_id" || '"', 'null') || '}';
BEGIN
  RETURN sha256(convert_to(
    '{"action":' || to_json(event."action")::text
    || ',"actor":"' || encode(sha256(convert_to(actor, 'UTF8')), 'hex')
    || '","articleId":' || coalesce('"' || event."article_id" || '"', 'null')
    || ',"at":"' || to_char(event."at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
    || '","claimId":' || coalesce('"' || event."claim_id" || '"', 'null')
    || ',"data":"' || encode(sha256(convert_to(data, 'UTF8')), 'hex')
    || '","id":"' || event."id"
    || '","seq":' || event."seq" || ',"v":1}', 'UTF8'));
END
$$;

-- The chain an event belongs to: its article's, or the one of what belongs to none.
CREATE FUNCTION audit_chain(article_id uuid) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(article_id, '00000000-0000-0000-0000-000000000000'::uuid)
$$;

-- Which of 1,024 locks stands for a chain: a transaction that writes to very many chains still takes few.
CREATE FUNCTION audit_lock(chain uuid) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (uuid_hash_extended(chain, 0) & 1023)::integer
$$;

-- What is there already, in the order of its numbers.
DO $$
DECLARE
  event "audit_events";
  own uuid;
  own_digest bytea;
  chain uuid;
  at integer;
  last bytea;
BEGIN
  FOR event IN SELECT * FROM "audit_events" ORDER BY audit_chain("article_id"), "seq" LOOP
    own := audit_chain(event."article_id");
    IF own IS DISTINCT FROM chain THEN
      chain := own;
      at := 0;
      last := sha256(convert_to(own::text, 'UTF8'));
    END IF;
    own_digest := audit_digest(event);
    at := at + 1;
    last := sha256(last || own_digest);
    INSERT INTO "audit_links" ("chain", "position", "event_id", "digest", "hash")
    VALUES (own, at, event."id", own_digest, last);
  END LOOP;
END
$$;

-- A transaction remembers which locks it will need, so that it can take them in one order: two that write to the same
-- chains would else wait for each other.
CREATE FUNCTION note_audit_lock() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  noted text := coalesce(current_setting('proofmark.audit_locks', true), '');
  own text := audit_lock(audit_chain(NEW."article_id")) || ',';
BEGIN
  IF strpos(',' || noted, ',' || own) = 0 THEN
    PERFORM set_config('proofmark.audit_locks', noted || own, true);
  END IF;
  RETURN NULL;
END
$$;

-- When the transaction is about to commit, and not before: nobody holds a chain while something else is awaited, and
-- what an event says is hashed before. Runs as the owner, because nobody else may write links.
CREATE FUNCTION link_audit_event() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  noted text := coalesce(current_setting('proofmark.audit_locks', true), '');
  own uuid := audit_chain(NEW."article_id");
  own_digest bytea := audit_digest(NEW);
  last record;
BEGIN
  IF strpos(noted, ',') < length(noted) THEN
    PERFORM pg_advisory_xact_lock(8785, lock::integer)
    FROM (SELECT lock FROM string_to_table(rtrim(noted, ','), ',') lock ORDER BY lock::integer) ordered;
    PERFORM set_config('proofmark.audit_locks', '', true);
  END IF;
  PERFORM pg_advisory_xact_lock(8785, audit_lock(own));
  SELECT link."position", link."hash" INTO last FROM "audit_links" link
  WHERE link."chain" = own ORDER BY link."position" DESC LIMIT 1;
  INSERT INTO "audit_links" ("chain", "position", "event_id", "digest", "hash") VALUES (
    own, coalesce(last."position", 0) + 1, NEW."id", own_digest,
    sha256(coalesce(last."hash", sha256(convert_to(own::text, 'UTF8'))) || own_digest));
  RETURN NULL;
END
$$;

CREATE TRIGGER "audit_events_note_lock" AFTER INSERT ON "audit_events"
  FOR EACH ROW EXECUTE FUNCTION note_audit_lock();
CREATE CONSTRAINT TRIGGER "audit_events_link" AFTER INSERT ON "audit_events"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION link_audit_event();
CREATE TRIGGER "audit_links_append_only" BEFORE UPDATE OR DELETE ON "audit_links"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "audit_links_no_truncate" BEFORE TRUNCATE ON "audit_links"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
REVOKE EXECUTE ON FUNCTION link_audit_event() FROM PUBLIC;
