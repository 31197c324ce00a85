-- "Checked before?": the words of each claim's statement as they are looked up, in a narrow table of their own.
CREATE TABLE "claim_terms" (
    "claim_id" UUID NOT NULL,
    "terms" TEXT[] NOT NULL,

    CONSTRAINT "claim_terms_pkey" PRIMARY KEY ("claim_id")
);

-- CreateIndex
CREATE INDEX "claim_terms_terms_idx" ON "claim_terms" USING GIN ("terms");

-- What a statement is found by: its words, each once, without accents, vowel signs and capitals, with one kind of
-- digits, cut after six letters so that endings do not matter. Scripts without spaces, and Korean with its particles,
-- are cut into pairs of neighbours instead. Says its collation, since that of the database may know no letters but ASCII's.
CREATE FUNCTION statement_terms(statement text) RETURNS text[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (
  WITH plain AS (
    SELECT translate(
      lower(normalize(regexp_replace(
        normalize(statement, NFKD),
        '[\u0300-\u036F\u0591-\u05C7\u0640\u064B-\u065F\u0670\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D4D]', '', 'g'
      ), NFKC) COLLATE pg_c_utf8),
      '٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९ىیة',
      '012345678901234567890123456789ييه'
    ) COLLATE pg_c_utf8 AS words
  ), runs AS (
    SELECT found[1] AS run
    FROM plain, regexp_matches(words, '[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3005\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF]+', 'g') AS found
  ), terms AS (
    SELECT left(found[1], 6) AS term
    FROM plain, regexp_matches(
      regexp_replace(words, '[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3005\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF]+', ' ', 'g'),
      '[[:alnum:]]+', 'g'
    ) AS found
    UNION
    SELECT substr(run, place, 2)
    FROM runs, generate_series(1, greatest(length(run) - 1, 1)) AS place
  )
  SELECT coalesce(array_agg(term ORDER BY term), '{}') FROM terms
);

-- Kept by the database, so that no way of writing a claim can forget it. Without a foreign key: rows go with their
-- claim by the same trigger, and come back with it when a deleted draft is brought back.
CREATE FUNCTION keep_claim_terms() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM "claim_terms" WHERE "claim_id" = OLD."id";
  ELSE
    INSERT INTO "claim_terms" ("claim_id", "terms") VALUES (NEW."id", statement_terms(NEW."statement"))
    ON CONFLICT ("claim_id") DO UPDATE SET "terms" = EXCLUDED."terms";
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "claims_keep_terms" AFTER INSERT OR DELETE OR UPDATE OF "statement" ON "claims"
  FOR EACH ROW EXECUTE FUNCTION keep_claim_terms();

INSERT INTO "claim_terms" ("claim_id", "terms") SELECT "id", statement_terms("statement") FROM "claims";
