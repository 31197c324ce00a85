-- Accounts at the newsroom's sign-in provider, and the members they let in. An account is known by what the provider calls
-- it for good, never by its e-mail address, which may be given to somebody else later.
CREATE TABLE "provider_accounts" (
  "issuer" TEXT NOT NULL,
  "subject" TEXT NOT NULL,
  "member_id" UUID NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,

  CONSTRAINT "provider_accounts_pkey" PRIMARY KEY ("issuer", "subject"),
  CONSTRAINT "provider_accounts_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id")
    ON DELETE CASCADE ON UPDATE CASCADE
);

-- A member has one account at a provider: whoever is given their address there later is somebody else.
CREATE UNIQUE INDEX "provider_accounts_member_id_issuer_key" ON "provider_accounts"("member_id", "issuer");
