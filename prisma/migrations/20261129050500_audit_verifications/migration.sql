-- When the history was verified and what came of it: every night, and when an admin asks for it. docs/audit.md
CREATE TABLE "audit_verifications" (
    "id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "is_failed" BOOLEAN NOT NULL DEFAULT false,
    "events" INTEGER NOT NULL DEFAULT 0,
    "chains" INTEGER NOT NULL DEFAULT 0,
    "heads" INTEGER NOT NULL DEFAULT 0,
    "findings" INTEGER NOT NULL DEFAULT 0,
    "found" JSONB,

    CONSTRAINT "audit_verifications_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "audit_verifications"
  ADD CONSTRAINT "audit_verifications_failed" CHECK (NOT "is_failed" OR "finished_at" IS NOT NULL),
  ADD CONSTRAINT "audit_verifications_found" CHECK (("findings" > 0) = ("found" IS NOT NULL)),
  -- Only one that came to its end found anything.
  ADD CONSTRAINT "audit_verifications_end"
    CHECK ("findings" = 0 OR ("finished_at" IS NOT NULL AND NOT "is_failed"));
-- Of several who ask at once, one is heard.
CREATE UNIQUE INDEX "audit_verifications_one" ON "audit_verifications" ((true)) WHERE "finished_at" IS NULL;

-- Admins are told of it. It is about no article and nobody did it: "notifications_about" holds as it is.
ALTER TYPE "notification_kind" ADD VALUE 'history_altered';
