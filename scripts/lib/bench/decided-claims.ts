/**
 * Claims that were decided over two years by twelve reviewers, with topics, claimants, evidence and corrections; one
 * in fifty still waits. Two opinions in three agree. What looks random in a claim comes of its number.
 */
export async function addDecidedClaims(claims: number): Promise<void> {
  const { db } = await import("#lib/db/client.ts");
  const { makeArticle, makeMember, makeNewsroom } = await import("#lib/testing/factories.ts");
  const { ratings } = await makeNewsroom();
  const said = Object.values(ratings);
  const author = await makeMember();
  const article = await makeArticle({ actor: author });
  const reviewers: string[] = [];
  for (const name of REVIEWERS) reviewers.push((await makeMember({ role: "reviewer", name })).id);
  await db.$transaction(
    async (tx) => {
      // Triggers and foreign keys rest: these rows come a table at a time, not by commands.
      await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
      await tx.$executeRaw`
        CREATE TEMP TABLE made ON COMMIT DROP AS
        SELECT n, uuidv7() AS id, uuidv7() AS verdict_id, uuidv7() AS publication_id,
          abs(hashint4(n)::bigint) AS dice, abs(hashint4(n + 7777777)::bigint) AS luck,
          date_trunc('hour', now()) - (abs(hashint4(n + 999)::bigint) % 1050000 + 5000) * interval '1 minute' AS began,
          n % 50 = 0 AS is_open, n % 9 > 0 AS is_out
        FROM generate_series(1, ${claims}::int) n`;
      await tx.$executeRaw`
        INSERT INTO topics (id, slug, name, name_key)
        SELECT uuidv7(), 'topic-' || n, 'Topic ' || n, 'topic ' || n FROM generate_series(0, 39) n`;
      await tx.$executeRaw`
        INSERT INTO claimants (id, slug, name, name_key, kind)
        SELECT uuidv7(), 'speaker-' || n, 'Speaker ' || n, 'speaker ' || n, 'person' FROM generate_series(0, 299) n`;
      await tx.$executeRaw`
        INSERT INTO sources (id, title, kind, created_by_id, updated_at)
        SELECT uuidv7(), 'Source ' || n, (ARRAY['primary', 'secondary', 'reference'])[n % 3 + 1]::source_kind,
          ${author.id}::uuid, now() FROM generate_series(0, 999) n`;
      await tx.$executeRaw`
        INSERT INTO claims (id, slug, article_id, number, statement, author_id, claimant_id, state, created_at,
          updated_at, submitted_at, ready_at, published_at)
        SELECT m.id, 'decided-' || m.id, ${article.id}::uuid, 1000 + n, 'Decided claim ' || n, ${author.id}::uuid, c.id,
          (CASE WHEN is_open THEN 'queued' WHEN is_out THEN 'published' ELSE 'ready' END)::claim_state, began, now(),
          began + luck % 300 * interval '1 minute',
          CASE WHEN NOT is_open THEN began + (luck % 300 + dice % 3000 + 600) * interval '1 minute' END,
          CASE WHEN NOT is_open AND is_out THEN began + (luck % 300 + dice % 3000 + luck % 900 + 600) * interval '1 minute' END
        FROM made m JOIN claimants c ON c.slug = 'speaker-' || (dice % 300 * (luck % 2))`;
      await tx.$executeRaw`
        INSERT INTO claim_topics (claim_id, topic_id)
        SELECT DISTINCT m.id, t.id FROM made m CROSS JOIN LATERAL unnest(ARRAY[dice % 40, luck % 5]) named (nth)
        JOIN topics t ON t.slug = 'topic-' || nth`;
      await tx.$executeRaw`
        INSERT INTO evidence (id, claim_id, source_id, stance, visibility, position, number, read_at, created_by_id, updated_at)
        SELECT uuidv7(), m.id, s.id, (ARRAY['supports', 'refutes', 'context'])[dice % 3 + 1]::stance,
          (CASE WHEN luck % 20 = 0 THEN 'confidential' ELSE 'public' END)::visibility, 1,
          row_number() OVER (PARTITION BY m.id), began, ${author.id}::uuid, now()
        FROM made m CROSS JOIN LATERAL (SELECT DISTINCT unnest(ARRAY[dice % 1000, luck % 1000]) AS nth) cited
        JOIN sources s ON s.title = 'Source ' || nth`;
      await tx.$executeRaw`
        INSERT INTO audit_events (id, at, actor_name, action, claim_id, data)
        SELECT uuidv7(), began + (luck % 300 + dice % 500) * interval '1 minute', 'Somebody', action, m.id, '{"stage": "first"}'
        FROM made m CROSS JOIN unnest(ARRAY['claim.taken', 'claim.edited', 'review.decided', 'claim.published']) action
        WHERE NOT is_open`;
      await tx.$executeRaw`
        INSERT INTO reviews (id, claim_id, round, stage, reviewer_id, rating_id, conclusion, rationale, decided_at)
        SELECT uuidv7(), m.id, 1, stage::review_stage, (${reviewers}::uuid[])[(dice + step) % 12 + 1],
          (${said}::uuid[])[(dice % 6 + step * (luck % 3) / 2) % 6 + 1], 'So.', 'Because.',
          began + (luck % 300 + dice % 3000 / 2 + 300 + step * (dice % 1000)) * interval '1 minute'
        FROM made m CROSS JOIN (VALUES ('first', 0), ('second', 1)) opinion (stage, step) WHERE NOT is_open`;
      await tx.$executeRaw`
        INSERT INTO verdicts (id, claim_id, version, rating_id, conclusion, rationale, author_id)
        SELECT verdict_id, m.id, 1, (${said}::uuid[])[dice % 6 + 1], 'So.', 'Because.', ${author.id}::uuid
        FROM made m WHERE NOT is_open`;
      await tx.$executeRaw`
        INSERT INTO corrections (id, claim_id, publication_id, type, reason, created_by_id, created_at)
        SELECT uuidv7(), m.id, publication_id, (ARRAY['typo', 'update', 'verdict_changed'])[dice % 3 + 1]::correction_type,
          'So.', ${author.id}::uuid, began + interval '3 days'
        FROM made m WHERE n % 40 = 1 AND is_out AND NOT is_open`;
    },
    { timeout: 900_000 },
  );
  await db.$executeRaw`VACUUM ANALYZE`;
}

const REVIEWERS = ["Ana", "Ben", "Cem", "Dua", "Eli", "Fay", "Gil", "Hana", "Ivo", "Jun", "Kit", "Lea"];
