-- The public search: of every published claim that stands one narrow row with what it is found and filtered by. Kept by
-- a trigger in the transaction that publishes, corrects or withdraws, so that no way of doing these can forget it.

-- The generated column of publications and its index are what this takes the place of.
DROP INDEX "publications_search";
DROP INDEX "publications_listed_by_tone";
ALTER TABLE "publications" DROP COLUMN "search";

-- Every dictionary Postgres brings, by the first part of a BCP 47 tag.
CREATE OR REPLACE FUNCTION search_config(language text) RETURNS regconfig
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE split_part(lower(language), '-', 1)
    WHEN 'ar' THEN 'pg_catalog.arabic'::regconfig
    WHEN 'ca' THEN 'pg_catalog.catalan'::regconfig
    WHEN 'da' THEN 'pg_catalog.danish'::regconfig
    WHEN 'de' THEN 'pg_catalog.german'::regconfig
    WHEN 'el' THEN 'pg_catalog.greek'::regconfig
    WHEN 'en' THEN 'pg_catalog.english'::regconfig
    WHEN 'es' THEN 'pg_catalog.spanish'::regconfig
    WHEN 'eu' THEN 'pg_catalog.basque'::regconfig
    WHEN 'fi' THEN 'pg_catalog.finnish'::regconfig
    WHEN 'fr' THEN 'pg_catalog.french'::regconfig
    WHEN 'ga' THEN 'pg_catalog.irish'::regconfig
    WHEN 'hi' THEN 'pg_catalog.hindi'::regconfig
    WHEN 'hu' THEN 'pg_catalog.hungarian'::regconfig
    WHEN 'hy' THEN 'pg_catalog.armenian'::regconfig
    WHEN 'id' THEN 'pg_catalog.indonesian'::regconfig
    WHEN 'it' THEN 'pg_catalog.italian'::regconfig
    WHEN 'lt' THEN 'pg_catalog.lithuanian'::regconfig
    WHEN 'nb' THEN 'pg_catalog.norwegian'::regconfig
    WHEN 'ne' THEN 'pg_catalog.nepali'::regconfig
    WHEN 'nl' THEN 'pg_catalog.dutch'::regconfig
    WHEN 'nn' THEN 'pg_catalog.norwegian'::regconfig
    WHEN 'no' THEN 'pg_catalog.norwegian'::regconfig
    WHEN 'pt' THEN 'pg_catalog.portuguese'::regconfig
    WHEN 'ro' THEN 'pg_catalog.romanian'::regconfig
    WHEN 'ru' THEN 'pg_catalog.russian'::regconfig
    WHEN 'sr' THEN 'pg_catalog.serbian'::regconfig
    WHEN 'sv' THEN 'pg_catalog.swedish'::regconfig
    WHEN 'ta' THEN 'pg_catalog.tamil'::regconfig
    WHEN 'tr' THEN 'pg_catalog.turkish'::regconfig
    WHEN 'yi' THEN 'pg_catalog.yiddish'::regconfig
    ELSE 'pg_catalog.simple'::regconfig
  END
$$;

-- A text as the words it is searched by, with spaces between: small letters, Latin and Greek ones without accents, no
-- vowel signs, one kind of digits; scripts without spaces, and Korean with its particles, as pairs of neighbours. Says
-- its collation, since that of the database may know no letters but ASCII's, and leaves nothing to Postgres' own parser,
-- which in such a database takes every foreign sign for a letter.
CREATE FUNCTION search_words(given text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  plain text;
BEGIN
  IF octet_length(given) = length(given) THEN
    RETURN btrim(regexp_replace(lower(given), '[^a-z0-9]+', ' ', 'g'));
  END IF;
  plain := regexp_replace(normalize(given, NFKD), '([A-Za-z\u0370-\u03FF])[\u0300-\u036F]+', '\1', 'g');
  plain := regexp_replace(
    plain,
    '[\u00AD\u0591-\u05C7\u0610-\u061A\u0640\u064B-\u065F\u0670\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D4D\u200B-\u200F]',
    '', 'g'
  );
  plain := lower(normalize(plain, NFKC) COLLATE pg_c_utf8);
  plain := replace(replace(replace(plain, 'ß', 'ss'), 'œ', 'oe'), 'æ', 'ae');
  plain := translate(
    plain,
    '٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९ىیةکёøłđı', '012345678901234567890123456789ييهكеoldi'
  );
  IF plain !~ '[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3005\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF]' THEN
    RETURN btrim(regexp_replace(plain COLLATE pg_c_utf8, '[^[:alnum:]]+', ' ', 'g'));
  END IF;
  RETURN coalesce((
    SELECT string_agg(
      CASE WHEN run[1] IS NULL THEN run[2] ELSE (
        SELECT string_agg(substr(run[1], place, 2), ' ' ORDER BY place)
        FROM generate_series(1, greatest(length(run[1]) - 1, 1)) place
      ) END, ' ' ORDER BY nth)
    FROM regexp_matches(
      regexp_replace(
        plain COLLATE pg_c_utf8,
        '([\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3005\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF]+)', ' \1 ', 'g'
      ),
      '([\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3005\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF]+)|([[:alnum:]]+)', 'g'
    ) WITH ORDINALITY AS matched (run, nth)
  ), '');
END $$;

-- What counts in a claim: its wording, who made it, what was found.
CREATE FUNCTION search_vector(language text, statement text, claimant text, conclusion text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN setweight(to_tsvector(search_config(language), search_words(statement)), 'A')
  || setweight(to_tsvector(search_config(language), search_words(coalesce(claimant, ''))), 'B')
  || setweight(to_tsvector(search_config(language), search_words(conclusion)), 'C');

-- Months since the year 0, in UTC: the pieces a search walks through, newest first.
CREATE FUNCTION month_number(at timestamptz) RETURNS integer
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (extract(year FROM at AT TIME ZONE 'UTC') * 12 + extract(month FROM at AT TIME ZONE 'UTC') - 1)::integer;

-- What a publication is filtered by: `kind:value` of each, and its month and year.
CREATE FUNCTION listed_marks(content jsonb, tone tone, language text, published_at timestamptz) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN array_remove(ARRAY[
    'month:' || month_number(published_at),
    'year:' || month_number(published_at) / 12,
    'verdict:' || tone,
    'language:' || split_part(lower(language), '-', 1),
    'claimant:' || (content #>> '{claimant,slug}'),
    'publisher:' || (content #>> '{article,publisher}')
  ], NULL)
  || ARRAY(SELECT 'topic:' || (topic ->> 'slug') FROM jsonb_array_elements(content -> 'topics') topic);

CREATE TABLE "listed_claims" (
    "claim_id" UUID NOT NULL,
    "publication_id" UUID NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "language" TEXT NOT NULL,
    "marks" TEXT[],
    "words" tsvector NOT NULL,

    CONSTRAINT "listed_claims_pkey" PRIMARY KEY ("claim_id")
);
-- The list itself, newest first; and which languages there are.
CREATE INDEX "listed_claims_published_at_claim_id_idx" ON "listed_claims" ("published_at" DESC, "claim_id" DESC);
CREATE INDEX "listed_claims_language_idx" ON "listed_claims" ("language");
-- Without a list of pending entries, which every search would have to read: a few claims are published an hour, and
-- thousands of searches asked.
CREATE INDEX "listed_claims_search" ON "listed_claims" USING GIN ("words", "marks") WITH (fastupdate = off);

CREATE FUNCTION keep_listed_claim() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."is_current" AND NEW."withdrawn_at" IS NULL THEN
    INSERT INTO "listed_claims" ("claim_id", "publication_id", "published_at", "language", "marks", "words")
    VALUES (
      NEW."claim_id", NEW."id", NEW."published_at", split_part(lower(NEW."language"), '-', 1),
      listed_marks(NEW."content", NEW."tone", NEW."language", NEW."published_at"),
      search_vector(NEW."language", NEW."statement", NEW."claimant_name", NEW."conclusion")
    );
  ELSE
    DELETE FROM "listed_claims" WHERE "publication_id" = NEW."id" AND "claim_id" = NEW."claim_id";
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "publications_keep_listed" AFTER INSERT OR UPDATE OF "is_current", "withdrawn_at" ON "publications"
  FOR EACH ROW EXECUTE FUNCTION keep_listed_claim();

-- Words of the listed claims as they are written, in how many claims each: for "did you mean". `key` is the word in
-- ASCII, other letters two for one, since pg_trgm may know no others.
CREATE TABLE "listed_words" (
    "word" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "claims" INTEGER NOT NULL,

    CONSTRAINT "listed_words_pkey" PRIMARY KEY ("word")
);
CREATE INDEX "listed_words_key_idx" ON "listed_words" USING GIN ("key" gin_trgm_ops);

CREATE FUNCTION word_key(word text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  plain text := replace(search_words(word), ' ', '');
BEGIN
  IF octet_length(plain) = length(plain) THEN
    RETURN plain;
  END IF;
  RETURN (
    SELECT string_agg(
      CASE WHEN ascii(letter) < 128 THEN letter
      ELSE chr(97 + ascii(letter) / 26 % 26) || chr(97 + ascii(letter) % 26) END, '' ORDER BY nth)
    FROM regexp_split_to_table(plain, '') WITH ORDINALITY AS letters (letter, nth)
  );
END $$;

-- Of scripts without spaces there are none.
CREATE FUNCTION written_words(given text) RETURNS SETOF text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT DISTINCT found[1]
  FROM regexp_matches(
    lower(normalize(given, NFC) COLLATE pg_c_utf8) COLLATE pg_c_utf8,
    '[[:alpha:]\u0300-\u036F\u0591-\u05C7\u064B-\u065F\u094D\u09CD]+', 'g'
  ) AS found
  WHERE length(found[1]) BETWEEN 3 AND 40
    AND found[1] !~ '[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3005\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF]'
$$;

CREATE FUNCTION count_words(of_publication uuid, by_claims integer) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "listed_words" ("word", "key", "claims")
  SELECT word, word_key(word), by_claims
  FROM "publications" p, written_words(concat_ws(' ', p."statement", p."claimant_name", p."conclusion")) word
  WHERE p."id" = of_publication
  ON CONFLICT ("word") DO UPDATE SET "claims" = "listed_words"."claims" + EXCLUDED."claims";
$$;

CREATE FUNCTION keep_listed_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Many claims have the same words: who commits counts them alone, so that nobody waits in a circle.
  PERFORM pg_advisory_xact_lock(hashtext('listed_words'));
  IF TG_OP = 'DELETE' THEN
    PERFORM count_words(OLD."publication_id", -1);
    DELETE FROM "listed_words" WHERE "claims" <= 0 AND "word" IN (
      SELECT word FROM "publications" p,
        written_words(concat_ws(' ', p."statement", p."claimant_name", p."conclusion")) word
      WHERE p."id" = OLD."publication_id"
    );
  ELSE
    PERFORM count_words(NEW."publication_id", 1);
  END IF;
  RETURN NULL;
END $$;
-- At the very end of the transaction: the words are locked no longer than a commit takes.
CREATE CONSTRAINT TRIGGER "listed_claims_keep_words" AFTER INSERT OR DELETE ON "listed_claims"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION keep_listed_words();

-- Listed claims with these words (in the language of web searches, as words of search_words) and all of these marks,
-- strictly between two places of the list, at most so many: the nearest to its newest end, or to its oldest. Walks month
-- by month, or year by year where there are few, and stops when it has enough, so that a word in every second claim costs
-- no more than a rare one. Each claim
-- is searched in the dictionary of its language. A plan made once is right for all: there is only one way, by the index
-- of words and marks, since `IS TRUE` keeps the bounds from being looked up in the list's own.
CREATE FUNCTION find_listed(
  asked text, filters text[], is_newest_first boolean, most integer,
  low_at timestamptz, low_id uuid, high_at timestamptz, high_id uuid
) RETURNS TABLE (
  claim_id uuid, publication_id uuid, published_at timestamptz, marks text[], words tsvector, matched tsquery
)
LANGUAGE plpgsql STABLE
SET plan_cache_mode = force_generic_plan
SET enable_seqscan = off
SET client_min_messages = warning
AS $$
#variable_conflict use_column
DECLARE
  languages text[];
  own tsquery[];
  any_own tsquery;
  newest integer;
  oldest integer;
  step integer := CASE WHEN is_newest_first THEN -1 ELSE 1 END;
  month integer;
  span text;
  months_of_it integer;
  walked integer := 0;
  left_over integer := most;
  added integer;
BEGIN
  SELECT month_number(least(max(c.published_at), high_at)), month_number(greatest(min(c.published_at), low_at))
    INTO newest, oldest FROM listed_claims c;
  IF newest IS NULL OR oldest IS NULL THEN
    RETURN;
  END IF;
  IF asked IS NOT NULL THEN
    WITH RECURSIVE found AS (
      SELECT min(c.language) AS language FROM listed_claims c
      UNION ALL
      SELECT (SELECT min(c.language) FROM listed_claims c WHERE c.language > found.language)
      FROM found WHERE found.language IS NOT NULL
    ), queries AS (
      SELECT found.language, websearch_to_tsquery(search_config(found.language), asked) AS query
      FROM found WHERE found.language IS NOT NULL
    )
    SELECT array_agg(language ORDER BY language), array_agg(query ORDER BY language),
        string_agg(DISTINCT '(' || query::text || ')', ' | ') FILTER (WHERE numnode(query) > 0)
      INTO languages, own, any_own FROM queries;
    IF any_own IS NULL THEN
      RETURN;
    END IF;
  END IF;
  month := CASE WHEN is_newest_first THEN newest ELSE oldest END;
  WHILE left_over > 0 AND month BETWEEN oldest AND newest LOOP
    -- A whole year at once when it begins here and, by what was found so far, holds a quarter of what is asked at most.
    IF walked >= 12 AND month % 12 = (CASE WHEN is_newest_first THEN 11 ELSE 0 END)
      AND (most - left_over) * 48 <= most * walked
    THEN
      span := 'year:' || month / 12;
      months_of_it := 12;
    ELSE
      span := 'month:' || month;
      months_of_it := 1;
    END IF;
    IF asked IS NULL THEN
      RETURN QUERY
      SELECT c.claim_id, c.publication_id, c.published_at::timestamptz, c.marks, c.words, NULL::tsquery
      FROM listed_claims c
      WHERE c.marks @> (span || filters)
        AND ((c.published_at, c.claim_id) > (low_at, low_id)) IS TRUE
        AND ((c.published_at, c.claim_id) < (high_at, high_id)) IS TRUE
      ORDER BY CASE WHEN is_newest_first THEN c.published_at END DESC, CASE WHEN is_newest_first THEN c.claim_id END DESC,
        c.published_at, c.claim_id
      LIMIT left_over;
    ELSE
      RETURN QUERY
      SELECT c.claim_id, c.publication_id, c.published_at::timestamptz, c.marks, c.words, any_own
      FROM listed_claims c
      WHERE c.words @@ any_own AND c.marks @> (span || filters)
        AND c.words @@ own[array_position(languages, c.language)]
        AND ((c.published_at, c.claim_id) > (low_at, low_id)) IS TRUE
        AND ((c.published_at, c.claim_id) < (high_at, high_id)) IS TRUE
      ORDER BY CASE WHEN is_newest_first THEN c.published_at END DESC, CASE WHEN is_newest_first THEN c.claim_id END DESC,
        c.published_at, c.claim_id
      LIMIT left_over;
    END IF;
    GET DIAGNOSTICS added = ROW_COUNT;
    left_over := left_over - added;
    month := month + step * months_of_it;
    walked := walked + months_of_it;
  END LOOP;
END $$;

-- Words of listed claims that are spelt nearly like each of these, or begin with it; at most `most` of each, those that
-- are most alike first. `is_same`: but for accents it is the very word.
CREATE FUNCTION near_words(asked text[], most integer)
RETURNS TABLE (nth integer, word text, claims integer, is_same boolean, is_longer boolean)
LANGUAGE plpgsql STABLE
SET plan_cache_mode = force_generic_plan
SET enable_seqscan = off
AS $$
#variable_conflict use_column
DECLARE
  asked_key text;
BEGIN
  FOR nth IN 1 .. coalesce(array_length(asked, 1), 0) LOOP
    asked_key := word_key(asked[nth]);
    CONTINUE WHEN length(asked_key) < 3;
    RETURN QUERY
    SELECT nth, w.word, w.claims, w.key = asked_key, starts_with(w.key, asked_key)
    FROM listed_words w WHERE w.key % asked_key OR w.key LIKE asked_key || '%'
    ORDER BY w.key = asked_key DESC, similarity(w.key, asked_key) DESC, w.claims DESC, w.word
    LIMIT most;
  END LOOP;
END $$;

-- What is published already.
INSERT INTO "listed_claims" ("claim_id", "publication_id", "published_at", "language", "marks", "words")
SELECT "claim_id", "id", "published_at", split_part(lower("language"), '-', 1),
  listed_marks("content", "tone", "language", "published_at"),
  search_vector("language", "statement", "claimant_name", "conclusion")
FROM "publications" WHERE "is_current" AND "withdrawn_at" IS NULL
ORDER BY "published_at";
