-- Who stands in an event's data is looked for in the fields that hold people, and nowhere else: a member called "Editor" or
-- "Public" must not take roles and visibilities out of the history. Where an event has the id of whom a field names, it goes
-- by the id, so that a colleague of the same name keeps theirs. lib/audit/rules.ts says which fields these are.
DROP FUNCTION erase_from_audit(uuid, text[], uuid[], uuid);
DROP FUNCTION replace_texts(jsonb, text[], text);

-- What is left of an event's data. `texts`: names and addresses of theirs, in lower case, for fields without an id.
-- `people`: for each action its fields, as {"path": […], "by": "subject" | "thing" | "words" | "id", "id": "…"}.
CREATE FUNCTION without_person(
  event "audit_events", member uuid, texts text[], things uuid[], people jsonb
) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  field jsonb;
  place text[];
  named boolean;
  theirs boolean;
  said jsonb := event."data";
BEGIN
  FOR field IN SELECT * FROM jsonb_array_elements(coalesce(people -> event."action", '[]')) LOOP
    place := ARRAY(SELECT jsonb_array_elements_text(field -> 'path'));
    CONTINUE WHEN jsonb_typeof(said #> place) IS DISTINCT FROM 'string' OR said #>> place = '';
    named := lower(btrim(said #>> place)) = ANY (texts);
    theirs := CASE field ->> 'by'
      WHEN 'subject' THEN CASE WHEN event."subject_id" IS NULL THEN named ELSE event."subject_id" = member END
      WHEN 'thing' THEN event."subject_id" = ANY (things)
      -- Events from before it was kept have no id.
      WHEN 'id' THEN CASE WHEN said ? (field ->> 'id') THEN said ->> (field ->> 'id') = member::text ELSE named END
      ELSE named
    END;
    IF theirs THEN
      said := jsonb_set(said, place, '""');
      IF said ? (field ->> 'id') THEN said := jsonb_set(said, ARRAY[field ->> 'id'], 'null'); END IF;
    END IF;
  END LOOP;
  RETURN said;
END
$$;

CREATE FUNCTION erase_from_audit(
  member uuid, texts text[], things uuid[], people jsonb, erasure uuid, OUT parts integer, OUT sha256 text
)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  nobody CONSTANT uuid := '00000000-0000-0000-0000-000000000000';
  event "audit_events";
  emptied "audit_events";
  said jsonb;
BEGIN
  FOR event IN
    SELECT * FROM "audit_events" e WHERE e."actor_id" = member OR people ? e."action" ORDER BY e."seq"
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
    said := without_person(event, member, texts, things, people);
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
