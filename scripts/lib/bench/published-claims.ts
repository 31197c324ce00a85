import { isIn, readStatements } from "./statements.ts";

/**
 * Fills an empty database with this many published claims of ten years, through the database: what is measured is the
 * search, not how it filled. Each says halves of two real claims, in English and Arabic, and a tenth of them pass for
 * German, French or Spanish, so that several dictionaries are asked. What looks random in a claim comes of its number.
 */
export async function publishClaims(count: number, seed: number): Promise<void> {
  const { db } = await import("#lib/db/client.ts");
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
  await db.$transaction(
    async (tx) => {
      // Triggers and foreign keys rest: these rows come a table at a time, not by commands.
      await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
      await tx.$executeRaw`DROP INDEX listed_claims_search`;
      await tx.$executeRaw`
        CREATE TEMP TABLE halves ON COMMIT DROP AS
        SELECT place - 1 AS place, head, tail FROM unnest(${sorted.map(({ head }) => head)}::text[],
          ${sorted.map(({ tail }) => tail)}::text[]) WITH ORDINALITY AS half (head, tail, place)`;
      await tx.$executeRaw`CREATE UNIQUE INDEX ON halves (place) INCLUDE (head, tail)`;
      await tx.$executeRaw`ANALYZE halves`;
      await tx.$executeRaw`
        INSERT INTO publications (id, claim_id, article_id, verdict_id, number, slug, content, statement, conclusion, tone,
          rating_key, claimant_name, language, published_at, created_at, published_by_id, places)
        SELECT uuidv7(), uuidv7(), ${article.id}::uuid, uuidv7(), 1, 'claim-' || n,
          jsonb_build_object('statement', statement, 'rating', jsonb_build_object('label', initcap(tone)),
            'claimant', jsonb_build_object('name', 'Speaker ' || speaker, 'slug', 'speaker-' || speaker),
            'topics', jsonb_build_array(jsonb_build_object('name', 'Topic ' || topic, 'slug', 'topic-' || topic)),
            'passages', jsonb_build_array(jsonb_build_object('quote', statement)),
            'article', jsonb_build_object('title', 'Article', 'publisher', 'Paper ' || speaker % 50)),
          statement, conclusion, tone::tone, tone, 'Speaker ' || speaker, language, at, at, ${editor.id}::uuid, '{}'
        FROM (
          SELECT n, (ARRAY['true', 'mostly_true', 'mixed', 'misleading', 'false', 'unverified'])[1 + luck % 6] AS tone,
            luck % 5000 AS speaker, dice % 60 AS topic,
            CASE WHEN is_arabic THEN 'ar' ELSE (ARRAY['de', 'fr', 'es', 'en', 'en', 'en', 'en', 'en', 'en', 'en', 'en', 'en', 'en',
              'en', 'en', 'en', 'en', 'en', 'en', 'en', 'en', 'en', 'en', 'en', 'en', 'en', 'en', 'en'])[1 + dice % 28] END AS language,
            one.head || ' ' || other.tail AS statement, other.head || ' ' || one.tail AS conclusion,
            now() - (${count}::int - n) * interval '10 years' / ${count}::int AS at
          FROM (
            SELECT n, dice, luck, is_arabic,
              CASE WHEN is_arabic THEN dice % ${arabic}::int ELSE ${arabic}::int + dice % ${sorted.length - arabic}::int END AS first,
              CASE WHEN is_arabic THEN luck % ${arabic}::int ELSE ${arabic}::int + luck % ${sorted.length - arabic}::int END AS second
            FROM (
              SELECT n, abs(hashint4(n)::bigint) AS dice, abs(hashint4(n + 7777777)::bigint) AS luck,
                abs(hashint4(n + 999)::bigint) % ${sorted.length}::int < ${arabic}::int AS is_arabic
              FROM generate_series(1, ${count}::int) n
            ) thrown
          ) drawn
          JOIN halves one ON one.place = drawn.first JOIN halves other ON other.place = drawn.second
          ORDER BY n
        ) made`;
      await tx.$executeRaw`
        INSERT INTO listed_claims (claim_id, publication_id, published_at, language, marks, words)
        SELECT claim_id, id, published_at, language, listed_marks(content, tone, language, published_at),
          search_vector(language, statement, claimant_name, conclusion)
        FROM publications ORDER BY published_at`;
      await tx.$executeRaw`SET LOCAL maintenance_work_mem = '512MB'`;
      await tx.$executeRaw`
        CREATE INDEX listed_claims_search ON listed_claims USING GIN (words, marks) WITH (fastupdate = off)`;
      // Every word of theirs is in a half, so the halves are counted, and not a million texts.
      await tx.$executeRaw`
        INSERT INTO listed_words (word, key, claims)
        SELECT word, word_key(word), 2 * count(*) * ${count}::int / ${sorted.length}::int
        FROM halves, written_words(head || ' ' || tail) word GROUP BY word`;
    },
    { timeout: 1_800_000 },
  );
  await db.$executeRaw`VACUUM ANALYZE`;
}
