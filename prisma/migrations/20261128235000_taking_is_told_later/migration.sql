-- Transactions that NOTIFY commit one after the other, all over the server. Thirty-two people who take from the queue
-- would wait for one another there and nowhere else, so that somebody took a claim is announced by the process that did
-- it, once it is committed: lib/realtime/announce-soon.ts.
DROP TRIGGER "audit_events_announce" ON "audit_events";
CREATE TRIGGER "audit_events_announce" AFTER INSERT ON "audit_events"
  FOR EACH ROW WHEN (NEW."article_id" IS NOT NULL AND NEW."action" <> 'claim.taken')
  EXECUTE FUNCTION announce_audit_event();
