-- A request for a reply has a deadline, and can be changed when the answer comes.

ALTER TABLE "reply_requests" ADD COLUMN "deadline_at" TIMESTAMPTZ(3),
  ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;

-- Somewhere it is a day later already.
ALTER TABLE "reply_requests" ADD CONSTRAINT "reply_requests_deadline"
  CHECK ("deadline_at" IS NULL OR ("deadline_at" AT TIME ZONE 'UTC')::date >= "asked_on" - 1);

-- Deleted drafts keep their rows as they were: they come back as rows of now.
UPDATE "deleted_claims" SET "rows" = jsonb_set("rows", '{reply_requests}', (
  SELECT coalesce(jsonb_agg(reply || '{"version": 1}'), '[]')
  FROM jsonb_array_elements("rows" -> 'reply_requests') AS reply
)) WHERE jsonb_array_length("rows" -> 'reply_requests') > 0;
