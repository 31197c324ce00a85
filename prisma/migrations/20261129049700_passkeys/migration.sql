-- Passkeys: what a member signs in with instead of password and code. The private half never leaves their device.

CREATE TABLE "passkeys" (
  "id" UUID NOT NULL,
  "member_id" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "credential_id" BYTEA NOT NULL,
  "public_key" BYTEA NOT NULL,
  "counter" BIGINT NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "last_used_at" TIMESTAMPTZ(3),

  CONSTRAINT "passkeys_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "passkeys_credential_id_key" ON "passkeys"("credential_id");
CREATE INDEX "passkeys_member_id_idx" ON "passkeys"("member_id");

ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_member_id_fkey"
  FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What a device was asked to sign, until it is answered. Without a member: somebody who wants to sign in.
CREATE TABLE "passkey_challenges" (
  "challenge" TEXT NOT NULL,
  "member_id" UUID,
  "expires_at" TIMESTAMPTZ(3) NOT NULL,

  CONSTRAINT "passkey_challenges_pkey" PRIMARY KEY ("challenge")
);

CREATE INDEX "passkey_challenges_expires_at_idx" ON "passkey_challenges"("expires_at");
CREATE INDEX "passkey_challenges_member_id_idx" ON "passkey_challenges"("member_id");

ALTER TABLE "passkey_challenges" ADD CONSTRAINT "passkey_challenges_member_id_fkey"
  FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE CASCADE ON UPDATE CASCADE;
