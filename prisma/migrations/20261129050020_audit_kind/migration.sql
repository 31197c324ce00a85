-- What an event is about, by itself: the log is filtered by it, newest first.
ALTER TABLE "audit_events" ADD COLUMN "kind" TEXT GENERATED ALWAYS AS (split_part("action", '.', 1)) STORED;
CREATE INDEX "audit_events_kind_seq_idx" ON "audit_events"("kind", "seq");
