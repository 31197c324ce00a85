import type { Actor } from "#lib/auth/policy.ts";

/** A desk with this many claims waiting for their first opinion, and as many reviewers. */
export type FullQueue = { reviewers: Actor[]; editor: Actor };

const ARTICLES = 500;
const CLAIMANTS = 300;
const TOPICS = 60;

/** Fills an empty desk, through the database: what is measured is the queue, not how it filled. */
export async function fillQueue({
  claims,
  reviewers,
}: {
  claims: number;
  reviewers: number;
}): Promise<FullQueue> {
  const { db } = await import("#lib/db/client.ts");
  const { makeMember, makeNewsroom } = await import("#lib/testing/factories.ts");
  await makeNewsroom({ leaseMinutes: 1_440 });
  const author = await makeMember();
  const editor = await makeMember({ role: "editor" });
  const people: Actor[] = [];
  for (let made = 0; made < reviewers; made += 1) people.push(await makeMember({ role: "reviewer" }));
  await db.$executeRaw`
    INSERT INTO articles (id, slug, origin, title, language, reach, deadline_at, created_by_id, updated_at)
    SELECT uuidv7(), 'article-' || n, 'external', 'Article ' || n, (ARRAY['en', 'de', 'fr'])[1 + n % 3],
      (CASE WHEN n % 10 = 0 THEN 'wide' ELSE 'normal' END)::article_reach,
      CASE WHEN n % 5 = 0 THEN now() + (n % 96 - 24) * interval '1 hour' END, ${author.id}::uuid, now()
    FROM generate_series(1, ${ARTICLES}::int) n`;
  await db.$executeRaw`
    INSERT INTO claimants (id, slug, name, name_key, kind)
    SELECT uuidv7(), 'person-' || n, 'Person ' || n, 'person ' || n, 'person' FROM generate_series(1, ${CLAIMANTS}::int) n`;
  await db.$executeRaw`
    INSERT INTO topics (id, slug, name, name_key)
    SELECT uuidv7(), 'topic-' || n, 'Topic ' || n, 'topic ' || n FROM generate_series(1, ${TOPICS}::int) n`;
  await db.$executeRaw`ALTER TABLE claims DISABLE TRIGGER USER`;
  await db.$executeRaw`
    INSERT INTO claims (id, slug, article_id, number, statement, state, priority, claimant_id, author_id, submitted_at, updated_at)
    SELECT uuidv7(), 'claim-' || n, a.id, n, 'In ' || (1900 + n % 120) || ' it rose by ' || n % 97 || ' percent.', 'queued',
      (n % 200 = 0)::int, p.id, ${author.id}::uuid, now() - n * interval '20 second', now()
    FROM generate_series(1, ${claims}::int) n
    JOIN articles a ON a.slug = 'article-' || (1 + n % ${ARTICLES}::int)
    JOIN claimants p ON p.slug = 'person-' || (1 + n % ${CLAIMANTS}::int)`;
  await db.$executeRaw`ALTER TABLE claims ENABLE TRIGGER USER`;
  await db.$executeRaw`
    INSERT INTO claim_topics (claim_id, topic_id)
    SELECT c.id, t.id FROM claims c JOIN topics t ON t.slug = 'topic-' || (1 + (c.number * 7) % ${TOPICS}::int)`;
  await db.$executeRaw`
    INSERT INTO queue_entries (claim_id, article_id, stage, priority, enqueued_at, due_at, head_start, stands_from, barred)
    SELECT c.id, c.article_id, 'first', c.priority, c.submitted_at, a.deadline_at, c.number % 49,
      c.submitted_at - (c.number % 49) * interval '1 hour', ARRAY[c.author_id]
    FROM claims c JOIN articles a ON a.id = c.article_id`;
  await db.$executeRaw`VACUUM ANALYZE`;
  return { reviewers: people, editor };
}

/** Everything waits again, and nothing is left of what was there before. */
export async function giveAllBack(): Promise<void> {
  const { db } = await import("#lib/db/client.ts");
  await db.$executeRaw`UPDATE queue_entries SET lease_holder_id = NULL, lease_expires_at = NULL WHERE lease_holder_id IS NOT NULL`;
  await db.$executeRaw`UPDATE claims SET state = 'queued' WHERE state = 'in_review'`;
  await db.$executeRaw`VACUUM ANALYZE queue_entries`;
  await db.$executeRaw`VACUUM ANALYZE claims`;
}

/** Leaves this many in line. */
export async function shrinkQueue(claims: number): Promise<void> {
  const { db } = await import("#lib/db/client.ts");
  await db.$executeRaw`DELETE FROM queue_entries WHERE claim_id IN (SELECT id FROM claims ORDER BY number OFFSET ${claims})`;
  await db.$executeRaw`VACUUM ANALYZE queue_entries`;
}
