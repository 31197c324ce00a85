-- An event has its number before its transaction is over, so that one with a lower number may be seen later. Whoever
-- follows the history by numbers is told of none beyond the first that may still come.

-- Before the statement gives out numbers: those it gives are higher than the one that is held until the transaction ends.
CREATE FUNCTION hold_audit_horizon() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(8786, least(last_value - (NOT is_called)::integer, 2147483647)::integer)
  FROM "audit_events_seq_seq";
  RETURN NULL;
END
$$;
REVOKE EXECUTE ON FUNCTION hold_audit_horizon() FROM PUBLIC;

CREATE TRIGGER "audit_events_hold_horizon" BEFORE INSERT ON "audit_events"
  FOR EACH STATEMENT EXECUTE FUNCTION hold_audit_horizon();

-- The last number that no event still to be seen goes below. The sequence is read first: what takes a number after that
-- has a higher one, and what took one before is among the locks, or seen. To be asked in a statement of its own.
CREATE FUNCTION audit_horizon() RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  given bigint := (SELECT last_value FROM "audit_events_seq_seq");
  held bigint := (
    SELECT min(objid::bigint) FROM pg_locks
    WHERE locktype = 'advisory' AND classid = 8786 AND objsubid = 2 AND granted
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
  );
BEGIN
  RETURN least(given, held);
END
$$;
