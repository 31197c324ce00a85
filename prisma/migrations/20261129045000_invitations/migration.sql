-- Who was asked to join. Nothing here opens the link: its key is made from the row and AUTH_SECRET.
CREATE TABLE "invitations" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "invited_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    CONSTRAINT "invitations_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "invitations_email" CHECK ("email" = lower("email")),
    CONSTRAINT "invitations_one_end" CHECK ("accepted_at" IS NULL OR "withdrawn_at" IS NULL),
    CONSTRAINT "invitations_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "members"("id")
      ON DELETE RESTRICT ON UPDATE CASCADE
);

-- One that is open for each address: a second would outlive the withdrawal of the first.
CREATE UNIQUE INDEX "invitations_open_key" ON "invitations"("email")
  WHERE "accepted_at" IS NULL AND "withdrawn_at" IS NULL;
CREATE INDEX "invitations_invited_by_id_idx" ON "invitations"("invited_by_id");
-- The purge.
CREATE INDEX "invitations_expires_at_idx" ON "invitations"("expires_at");
