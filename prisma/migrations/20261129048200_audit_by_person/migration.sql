-- What one person did, newest first: the audit log's filter.
CREATE INDEX "audit_events_actor_id_seq_idx" ON "audit_events"("actor_id", "seq");
