import { availableParallelism } from "node:os";
import { withClient } from "../database.ts";
import { isIn, readStatements } from "./statements.ts";

type Filling = { count: number; seed: number };

/**
 * Fills an empty database with this many published claims of ten years, through the database: what is measured is the
 * search, not how it filled. Each says halves of two real claims, in English and Arabic, and a tenth of them pass for
 * German, French or Spanish, so that several dictionaries are asked. What looks random in a claim comes of its number.
 * `url` is that database, which `db` is connected to as well.
 */
export async function publishClaims(url: string, { count, seed }: Filling): Promise<void> {
  const { makeArticle, makeMember, makeNewsroom } = await import("#lib/testing/factories.ts");
  await makeNewsroom();
  const editor = await makeMember({ role: "editor" });
  const article = await makeArticle({ actor: editor });
  const { claims } = readStatements(seed);
  const halves = claims.map((claim) => {
    const words = claim.split(" ");
    const middle = Math.ceil(words.length / 2);
    return {
      head: words.slice(0, middle).join(" "),
      tail: words.slice(middle).join(" "),
      arabic: isIn("Arabic", claim),
    };
  });
  // The Arabic ones first, so that halves are put together with those of their own script.
  const sorted = [...halves.filter(({ arabic }) => arabic), ...halves.filter(({ arabic }) => !arabic)];
  const arabic = sorted.filter((half) => half.arabic).length;
  const run = (statement: string, values: unknown[] = []) =>
    withClient(url, async (client) => {
      // Triggers and foreign keys rest: these rows come a table at a time, not by commands.
      await client.query("SET session_replication_role = replica; SET maintenance_work_mem = '1GB'");
      return await client.query(statement, values);
    });
  // Indexes are made of all rows at once afterwards, which is many times quicker.
  const { rows: indexes } = await run(`
    SELECT indexname AS name, indexdef AS definition FROM pg_indexes
    WHERE tablename IN ('publications', 'listed_claims') AND indexname NOT LIKE '%_pkey'`);
  for (const { name } of indexes) await run(`DROP INDEX "${name}"`);
  await run("CREATE TABLE halves (place integer PRIMARY KEY, head text, tail text)");
  await run(
    `INSERT INTO halves SELECT place - 1, head, tail
      FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS half (head, tail, place)`,
    [sorted.map(({ head }) => head), sorted.map(({ tail }) => tail)],
  );
  await run("ANALYZE halves");
  // Each core makes a part, of neighbouring days.
  const parts = Array.from({ length: availableParallelism() }, (_, part) => ({
    first: Math.floor((count * part) / availableParallelism()) + 1,
    last: Math.floor((count * (part + 1)) / availableParallelism()),
  }));
  const now = new Date().toISOString();
  const values = [count, arabic, sorted.length, article.id, editor.id, now];
  await Promise.all(parts.map(({ first, last }) => run(PUBLICATIONS, [...values, first, last])));
  await Promise.all(
    parts.map(({ first, last }) =>
      run(
        `INSERT INTO listed_claims (claim_id, publication_id, published_at, language, marks, words)
          SELECT claim_id, id, published_at, language, listed_marks(content, tone, language, published_at),
            search_vector(language, statement, claimant_name, conclusion)
          FROM publications WHERE substr(slug, 7)::integer BETWEEN $1 AND $2 ORDER BY published_at`,
        [first, last],
      ),
    ),
  );
  // Every word of theirs is in a half, so the halves are counted, and not a million texts.
  await run(
    `INSERT INTO listed_words (word, key, claims)
      SELECT word, word_key(word), 2 * count(*) * $1::int / $2::int
      FROM halves, written_words(head || ' ' || tail) word GROUP BY word`,
    [count, sorted.length],
  );
  await run("DROP TABLE halves");
  for (const { definition } of indexes) await run(definition);
  await run("VACUUM ANALYZE");
}

/** One part of the publications; how many there are in all, and from which to which, as values. */
const PUBLICATIONS = `
  INSERT INTO publications (id, claim_id, article_id, verdict_id, number, slug, content, statement, conclusion, tone,
    rating_key, claimant_name, language, published_at, created_at, published_by_id, places)
  SELECT uuidv7(), uuidv7(), $4::uuid, uuidv7(), 1, 'claim-' || n,
    jsonb_build_object('statement', statement, 'rating', jsonb_build_object('label', initcap(tone)),
      'claimant', jsonb_build_object('name', 'Speaker ' || speaker, 'slug', 'speaker-' || speaker),
      'topics', jsonb_build_array(jsonb_build_object('name', 'Topic ' || topic, 'slug', 'topic-' || topic)),
      'passages', jsonb_build_array(jsonb_build_object('quote', statement)),
      'article', jsonb_build_object('title', 'Article', 'publisher', 'Paper ' || speaker % 50)),
    statement, conclusion, tone::tone, tone, 'Speaker ' || speaker, language, at, at, $5::uuid, '{}'
  FROM (
    SELECT n, (ARRAY['true', 'mostly_true', 'mixed', 'misleading', 'false', 'unverified'])[1 + luck % 6] AS tone,
      luck % 5000 AS speaker, dice % 60 AS topic,
      CASE WHEN is_arabic THEN 'ar' ELSE coalesce((ARRAY['de', 'fr', 'es'])[1 + dice % 28], 'en') END AS language,
      one.head || ' ' || other.tail AS statement, other.head || ' ' || one.tail AS conclusion,
      $6::timestamptz - ($1::int - n) * interval '10 years' / $1::int AS at
    FROM (
      SELECT n, dice, luck, is_arabic,
        CASE WHEN is_arabic THEN dice % $2::int ELSE $2::int + dice % ($3::int - $2::int) END AS first,
        CASE WHEN is_arabic THEN luck % $2::int ELSE $2::int + luck % ($3::int - $2::int) END AS second
      FROM (
        SELECT n, abs(hashint4(n)::bigint) AS dice, abs(hashint4(n + 7777777)::bigint) AS luck,
          abs(hashint4(n + 999)::bigint) % $3::int < $2::int AS is_arabic
        FROM generate_series($7::int, $8::int) n
      ) thrown
    ) drawn
    JOIN halves one ON one.place = drawn.first JOIN halves other ON other.place = drawn.second
    ORDER BY n
  ) made`;
