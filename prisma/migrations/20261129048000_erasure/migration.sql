-- What the history says of a person can be taken out of it, and the chain still holds: docs/audit.md.

ALTER TABLE "members" ADD COLUMN "erased_at" TIMESTAMPTZ(3);
ALTER TABLE "members"
  ADD CONSTRAINT "members_erased" CHECK ("erased_at" IS NULL OR "disabled_at" IS NOT NULL);

-- CreateTable
CREATE TABLE "audit_erasures" (
    "number" BIGSERIAL NOT NULL,
    "event_id" UUID NOT NULL,
    "part" TEXT NOT NULL,
    "digest" BYTEA NOT NULL,
    "remainder" BYTEA NOT NULL,
    "erasure_id" UUID NOT NULL,

    CONSTRAINT "audit_erasures_pkey" PRIMARY KEY ("number")
);

-- CreateIndex
CREATE INDEX "audit_erasures_event_id_part_number_idx" ON "audit_erasures"("event_id", "part", "number");

ALTER TABLE "audit_erasures" ADD CONSTRAINT "audit_erasures_part" CHECK ("part" IN ('actor', 'data'));
CREATE TRIGGER "audit_erasures_append_only" BEFORE UPDATE OR DELETE ON "audit_erasures"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "audit_erasures_no_truncate" BEFORE TRUNCATE ON "audit_erasures"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The two parts of an event that are hashes in its digest: who did it, and what exactly.
CREATE FUNCTION audit_actor(event "audit_events") RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT '{"id":' || coalesce('"' || event."actor_id" || '"', 'null')
    || ',"name":' || to_json(event."actor_name")::text
    || ',"salt":"' || event."actor_salt" || '"}'
$$;
CREATE FUNCTION audit_data(event "audit_events") RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT '{"data":' || canonical_json(event."data")
    || ',"salt":"' || event."data_salt"
    || '","subjectId":' || coalesce('"' || event."subject_id" || '"', 'null') || '}'
$$;
CREATE OR REPLACE FUNCTION audit_digest(event "audit_events") RETURNS bytea
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN sha256(convert_to(
    '{"action":' || to_json(event."action")::text
    || ',"actor":"' || encode(sha256(convert_to(audit_actor(event), 'UTF8')), 'hex')
    || '","articleId":' || coalesce('"' || event."article_id" || '"', 'null')
    || ',"at":"' || to_char(event."at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
    || '","claimId":' || coalesce('"' || event."claim_id" || '"', 'null')
    || ',"data":"' || encode(sha256(convert_to(audit_data(event), 'UTF8')), 'hex')
    || '","id":"' || event."id"
    || '","seq":' || event."seq" || ',"v":1}', 'UTF8'));
END
$$;

-- An event may lose a part, when it is written down what its hash was and what stands there since. Nothing else of it
-- may change.
CREATE FUNCTION refuse_change_but_erasure() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE'
    AND (OLD."id", OLD."seq", OLD."at", OLD."action") = (NEW."id", NEW."seq", NEW."at", NEW."action")
    AND (OLD."article_id", OLD."claim_id", OLD."subject_id")
      IS NOT DISTINCT FROM (NEW."article_id", NEW."claim_id", NEW."subject_id")
    AND NOT EXISTS (
      SELECT FROM (VALUES
        ('actor', audit_actor(OLD), audit_actor(NEW), NEW."actor_salt"),
        ('data', audit_data(OLD), audit_data(NEW), NEW."data_salt")
      ) changed (part, before, after, salt)
      WHERE changed.before <> changed.after AND (
        changed.salt <> '00000000-0000-0000-0000-000000000000'
        OR NOT EXISTS (
          SELECT FROM "audit_erasures" e WHERE e."event_id" = NEW."id" AND e."part" = changed.part
            AND e."remainder" = sha256(convert_to(changed.after, 'UTF8')))))
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION '% on % is refused: its rows are never changed', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'integrity_constraint_violation';
END
$$;
DROP TRIGGER "audit_events_append_only" ON "audit_events";
CREATE TRIGGER "audit_events_append_only" BEFORE UPDATE OR DELETE ON "audit_events"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_but_erasure();

-- Puts `instead` wherever a string of a document is one of `texts`, which are in lower case.
CREATE FUNCTION replace_texts(value jsonb, texts text[], instead text) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  CASE jsonb_typeof(value)
    WHEN 'string' THEN
      RETURN CASE WHEN lower(value #>> '{}') = ANY (texts) THEN to_jsonb(instead) ELSE value END;
    WHEN 'array' THEN
      RETURN coalesce((
        SELECT jsonb_agg(replace_texts(item.value, texts, instead) ORDER BY item.ordinality)
        FROM jsonb_array_elements(value) WITH ORDINALITY item), '[]');
    WHEN 'object' THEN
      RETURN coalesce((
        SELECT jsonb_object_agg(field.key, replace_texts(field.value, texts, instead))
        FROM jsonb_each(value) field), '{}');
    ELSE RETURN value;
  END CASE;
END
$$;

-- Takes a person out of the history: who they were where they did something (`member`, may be null), and their names and
-- addresses (`texts`, in lower case) where an event's data has them. `erasure`: the event that will tell of it. Runs as
-- the owner, because nobody else may touch an event. What it answers has to stand in that event.
CREATE FUNCTION erase_from_audit(member uuid, texts text[], erasure uuid, OUT parts integer, OUT sha256 text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  nobody CONSTANT uuid := '00000000-0000-0000-0000-000000000000';
  event "audit_events";
  emptied "audit_events";
BEGIN
  FOR event IN
    SELECT * FROM "audit_events" e
    WHERE (e."actor_id" = member) OR EXISTS (
      SELECT FROM unnest(texts) wanted
      WHERE strpos(lower(e."data"::text), lower(btrim(to_json(wanted)::text, '"'))) > 0)
    ORDER BY e."seq"
  LOOP
    emptied := event;
    IF event."actor_id" = member THEN
      emptied."actor_id" := NULL;
      emptied."actor_name" := '';
      emptied."actor_salt" := nobody;
      INSERT INTO "audit_erasures" ("event_id", "part", "digest", "remainder", "erasure_id") VALUES (
        event."id", 'actor', pg_catalog.sha256(convert_to(audit_actor(event), 'UTF8')),
        pg_catalog.sha256(convert_to(audit_actor(emptied), 'UTF8')), erasure);
    END IF;
    IF replace_texts(event."data", texts, '') <> event."data" THEN
      emptied."data" := replace_texts(event."data", texts, '');
      emptied."data_salt" := nobody;
      INSERT INTO "audit_erasures" ("event_id", "part", "digest", "remainder", "erasure_id") VALUES (
        event."id", 'data',
        -- Of what was emptied before, the hash is that of what it said at first.
        coalesce(
          (SELECT e."digest" FROM "audit_erasures" e
           WHERE e."event_id" = event."id" AND e."part" = 'data' ORDER BY e."number" LIMIT 1),
          pg_catalog.sha256(convert_to(audit_data(event), 'UTF8'))),
        pg_catalog.sha256(convert_to(audit_data(emptied), 'UTF8')), erasure);
    END IF;
    UPDATE "audit_events" SET
      "actor_id" = emptied."actor_id", "actor_name" = emptied."actor_name", "actor_salt" = emptied."actor_salt",
      "data" = emptied."data", "data_salt" = emptied."data_salt"
    WHERE "id" = event."id" AND emptied IS DISTINCT FROM event;
  END LOOP;
  SELECT count(*)::integer, encode(pg_catalog.sha256(convert_to(coalesce(string_agg(
    e."event_id" || ' ' || e."part" || ' ' || encode(e."digest", 'hex') || ' ' || encode(e."remainder", 'hex'),
    E'\n' ORDER BY e."number"), ''), 'UTF8')), 'hex')
  INTO parts, sha256 FROM "audit_erasures" e WHERE e."erasure_id" = erasure;
END
$$;

-- Deletes what the schema says goes with a member: every row whose reference to them cascades.
CREATE FUNCTION delete_belongings(member uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  owned record;
BEGIN
  FOR owned IN
    SELECT c.conrelid::regclass AS place, a.attname AS field
    FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE c.contype = 'f' AND c.confrelid = '"members"'::regclass AND c.confdeltype = 'c'
    ORDER BY c.conrelid::regclass::text, a.attname
  LOOP
    EXECUTE format('DELETE FROM %s WHERE %I = $1', owned.place, owned.field) USING member;
  END LOOP;
END
$$;

-- The same rows, and the member's own, as JSON.
CREATE FUNCTION belongings_of(member uuid) RETURNS TABLE (kind text, content jsonb) LANGUAGE plpgsql AS $$
DECLARE
  owned record;
BEGIN
  RETURN QUERY SELECT 'members', to_jsonb(m) FROM "members" m WHERE m."id" = member;
  FOR owned IN
    SELECT t.relname AS name, c.conrelid::regclass AS place, a.attname AS field
    FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE c.contype = 'f' AND c.confrelid = '"members"'::regclass AND c.confdeltype = 'c'
    ORDER BY t.relname, a.attname
  LOOP
    RETURN QUERY EXECUTE format(
      'SELECT %L, to_jsonb(owned) FROM %s owned WHERE owned.%I = $1', owned.name, owned.place, owned.field)
    USING member;
  END LOOP;
END
$$;

-- Resets every column of a member's row that has a default or may be empty, whatever it is called.
CREATE FUNCTION empty_member(member uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  fields text;
BEGIN
  SELECT string_agg(format('%I = DEFAULT', a.attname), ', ') INTO fields
  FROM pg_attribute a
  WHERE a.attrelid = '"members"'::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    AND a.attname NOT IN ('id', 'email', 'name', 'role', 'password_hash', 'disabled_at', 'erased_at', 'version',
      'created_at', 'updated_at');
  IF fields IS NOT NULL THEN
    EXECUTE format('UPDATE "members" SET %s WHERE "id" = $1', fields) USING member;
  END IF;
END
$$;

-- Where words (in lower case) still stand: how many rows of which column.
CREATE FUNCTION mentions_of(texts text[]) RETURNS TABLE (place text, in_rows bigint) LANGUAGE plpgsql AS $$
DECLARE
  owned record;
  rows bigint;
BEGIN
  FOR owned IN
    SELECT c.oid::regclass AS place, c.relname AS name, a.attname AS field
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    JOIN pg_type t ON t.oid = a.atttypid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'
      AND t.typname IN ('text', 'varchar', 'json', 'jsonb', '_text', '_varchar')
    ORDER BY c.relname, a.attname
  LOOP
    EXECUTE format(
      'SELECT count(*) FROM %s s WHERE EXISTS (
         SELECT FROM unnest($1) wanted WHERE strpos(lower(s.%I::text), wanted) > 0)', owned.place, owned.field)
    INTO rows USING texts;
    IF rows > 0 THEN
      place := owned.name || '.' || owned.field;
      in_rows := rows;
      RETURN NEXT;
    END IF;
  END LOOP;
END
$$;
