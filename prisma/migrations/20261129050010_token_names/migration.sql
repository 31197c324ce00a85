-- What a member called their tokens is theirs too, and is what events of these tokens say. It goes by the token and not by the
-- words: a token may be called as a topic is. `things`: the ids of what was theirs.
DROP FUNCTION erase_from_audit(uuid, text[], uuid);
CREATE FUNCTION erase_from_audit(
  member uuid, texts text[], things uuid[], erasure uuid, OUT parts integer, OUT sha256 text
)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  nobody CONSTANT uuid := '00000000-0000-0000-0000-000000000000';
  event "audit_events";
  emptied "audit_events";
  said jsonb;
BEGIN
  FOR event IN
    SELECT * FROM "audit_events" e
    WHERE (e."actor_id" = member) OR (e."subject_id" = ANY (things) AND e."data" ? 'name') OR EXISTS (
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
    said := replace_texts(event."data", texts, '');
    IF event."subject_id" = ANY (things) AND said ? 'name' THEN said := jsonb_set(said, '{name}', '""'); END IF;
    IF said <> event."data" THEN
      emptied."data" := said;
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
