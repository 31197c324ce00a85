-- An event says with which token a program did it. What was written before has none, and the same digest as ever:
-- docs/audit.md.
ALTER TABLE "audit_events"
  ADD COLUMN "token_id" UUID,
  ADD COLUMN "token_name" TEXT;

ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_token"
  CHECK (("token_id" IS NULL) = ("token_name" IS NULL) AND ("token_id" IS NULL OR "actor_id" IS NOT NULL));

-- The same as before, but that who did it has the token in it, where there was one: lib/audit/chain.ts.
CREATE OR REPLACE FUNCTION audit_actor(event "audit_events") RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT '{"id":' || coalesce('"' || event."actor_id" || '"', 'null')
    || ',"name":' || to_json(event."actor_name")::text
    || ',"salt":"' || event."actor_salt" || '"'
    || CASE WHEN event."token_id" IS NULL THEN '' ELSE
      ',"token":{"id":"' || event."token_id" || '","name":' || to_json(event."token_name")::text || '}' END
    || '}'
$$;

-- The same as before, but that the token goes with whoever it belonged to.
CREATE OR REPLACE FUNCTION erase_from_audit(member uuid, texts text[], erasure uuid, OUT parts integer, OUT sha256 text)
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
      emptied."token_id" := NULL;
      emptied."token_name" := NULL;
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
      "token_id" = emptied."token_id", "token_name" = emptied."token_name",
      "data" = emptied."data", "data_salt" = emptied."data_salt"
    WHERE "id" = event."id" AND emptied IS DISTINCT FROM event;
  END LOOP;
  SELECT count(*)::integer, encode(pg_catalog.sha256(convert_to(coalesce(string_agg(
    e."event_id" || ' ' || e."part" || ' ' || encode(e."digest", 'hex') || ' ' || encode(e."remainder", 'hex'),
    E'\n' ORDER BY e."number"), ''), 'UTF8')), 'hex')
  INTO parts, sha256 FROM "audit_erasures" e WHERE e."erasure_id" = erasure;
END
$$;
