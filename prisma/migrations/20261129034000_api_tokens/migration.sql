-- What a member's programs show instead of a password. Only a token's SHA-256 is kept: 256 random bits cannot be
-- guessed, so a slow hash would protect nothing and cost every request.
CREATE TABLE "api_tokens" (
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "scopes" TEXT[] NOT NULL,
    "start" TEXT NOT NULL,
    "sha256" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    CONSTRAINT "api_tokens_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "api_tokens_sha256" CHECK (octet_length("sha256") = 32),
    CONSTRAINT "api_tokens_scopes" CHECK (cardinality("scopes") > 0),
    CONSTRAINT "api_tokens_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id")
      ON DELETE CASCADE ON UPDATE CASCADE
);

-- Every request with a token looks it up by this.
CREATE UNIQUE INDEX "api_tokens_sha256_key" ON "api_tokens"("sha256");
CREATE INDEX "api_tokens_member_id_idx" ON "api_tokens"("member_id");
