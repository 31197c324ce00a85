-- The search takes larger steps the less it finds: looking a rare word up anew for each month and year took longer than
-- all else.

-- Listed claims with these words (in the language of web searches, as words of search_words) and all of these marks,
-- strictly between two places of the list, at most so many: the nearest to its newest end, or to its oldest. Looks at two
-- months, and goes on by months, by years, or at all the rest at once, by what was found so far: so a word in every second
-- claim costs no more than a rare one. The rest is looked at only when the index has no more than five times what is
-- asked: a word may be rare lately and common before. Each claim is searched in the dictionary of its language. A plan
-- made once is right for all: there is only one way, by the index of words and marks, since `IS TRUE` keeps the bounds
-- from being looked up in the list's own.
CREATE OR REPLACE FUNCTION find_listed(
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
  loose tsquery;
  month integer;
  span text[];
  months_of_it integer;
  walked integer := 0;
  is_few boolean;
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
  WHILE left_over > 0 AND oldest <= newest LOOP
    month := CASE WHEN is_newest_first THEN newest ELSE oldest END;
    span := ARRAY['month:' || month];
    months_of_it := 1;
    IF walked >= 2 AND (most - left_over) * (newest - oldest + 1) <= left_over * walked AND is_few IS NULL
      AND (asked IS NOT NULL OR cardinality(filters) > 0)
    THEN
      -- As the index sees it: the order of words is known only from each claim.
      loose := regexp_replace(any_own::text, '<(-|[0-9]+)>', '&', 'g')::tsquery;
      -- Marks are named only where there are any: no marks at all is every claim to an index.
      IF cardinality(filters) = 0 THEN
        SELECT count(*) <= 5 * most INTO is_few
        FROM (SELECT FROM listed_claims c WHERE c.words @@ loose LIMIT 5 * most + 1) few;
      ELSIF asked IS NULL THEN
        SELECT count(*) <= 5 * most INTO is_few
        FROM (SELECT FROM listed_claims c WHERE c.marks @> filters LIMIT 5 * most + 1) few;
      ELSE
        SELECT count(*) <= 5 * most INTO is_few
        FROM (SELECT FROM listed_claims c WHERE c.words @@ loose AND c.marks @> filters LIMIT 5 * most + 1) few;
      END IF;
    END IF;
    IF is_few THEN
      span := '{}';
      months_of_it := newest - oldest + 1;
    ELSIF walked >= 2 AND (most - left_over) * 12 <= left_over * walked THEN
      span := ARRAY['year:' || month / 12];
      months_of_it := CASE WHEN is_newest_first THEN month % 12 + 1 ELSE 12 - month % 12 END;
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
    ELSIF cardinality(span || filters) = 0 THEN
      RETURN QUERY
      SELECT c.claim_id, c.publication_id, c.published_at::timestamptz, c.marks, c.words, any_own
      FROM listed_claims c
      WHERE c.words @@ any_own
        AND c.words @@ own[array_position(languages, c.language)]
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
    walked := walked + months_of_it;
    -- A year is looked at whole: what was found in months of it already is no longer between the places.
    IF is_newest_first THEN
      newest := newest - months_of_it;
      high_at := make_timestamptz((newest + 1) / 12, (newest + 1) % 12 + 1, 1, 0, 0, 0, 'UTC');
      high_id := '00000000-0000-0000-0000-000000000000';
    ELSE
      oldest := oldest + months_of_it;
      low_at := make_timestamptz(oldest / 12, oldest % 12 + 1, 1, 0, 0, 0, 'UTC');
      low_id := '00000000-0000-0000-0000-000000000000';
    END IF;
  END LOOP;
END $$;
