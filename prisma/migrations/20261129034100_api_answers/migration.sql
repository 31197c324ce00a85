-- What came of a request a program sent with an idempotency key: sent again with the same key, it is answered and not
-- done again. `result` is written in the transaction of the change, `answer` once it is put into words.
CREATE TABLE "api_answers" (
    "token_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "request_sha256" BYTEA NOT NULL,
    "attempt" UUID NOT NULL,
    "result" JSONB,
    "answer" JSONB,
    "began_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "api_answers_pkey" PRIMARY KEY ("token_id", "key"),
    CONSTRAINT "api_answers_token_id_fkey" FOREIGN KEY ("token_id") REFERENCES "api_tokens"("id")
      ON DELETE CASCADE ON UPDATE CASCADE
);

-- The purge.
CREATE INDEX "api_answers_began_at_idx" ON "api_answers"("began_at");
