import type { Tx } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { scoreSentence } from "#lib/suggesting/score.ts";
import { type Planning, placeInLine, waitsSince } from "./rules.ts";

/** Puts a submitted claim in line for its first opinion. The caller holds the article and the claim. */
export async function enterQueue(tx: Tx, { claimId, now }: { claimId: string; now: Date }): Promise<void> {
  const claim = await tx.claim.findUniqueOrThrow({
    where: { id: claimId },
    select: {
      statement: true,
      priority: true,
      authorId: true,
      formerAuthorIds: true,
      articleId: true,
      recalledAt: true,
      waitedSince: true,
      article: { select: { language: true, reach: true, deadlineAt: true, embargoUntil: true } },
    },
  });
  const { statement, priority, authorId, articleId, article } = claim;
  const enqueuedAt = waitsSince(claim, now);
  await tx.queueEntry.create({
    data: {
      claimId,
      articleId,
      stage: "first",
      priority,
      enqueuedAt,
      barred: [authorId, ...claim.formerAuthorIds],
      ...placeOf({ statement, ...article, enqueuedAt }),
    },
    select: { claimId: true },
  });
}

type Inputs = Planning & { statement: string; language: string; enqueuedAt: Date };

function placeOf({ statement, language, ...rest }: Inputs) {
  return placeInLine({ ...rest, points: scoreSentence(statement, language).score });
}

/**
 * Orders anew what waits of an article, or one claim: what its place is made of has changed. The entries are locked
 * before anything of it is read, so that of two changes at once the later one sees both.
 */
export async function orderAgain(tx: Tx, which: { articleId: string } | { claimId: string }): Promise<void> {
  const wanted =
    "claimId" in which
      ? Prisma.sql`claim_id = ${which.claimId}::uuid`
      : Prisma.sql`article_id = ${which.articleId}::uuid`;
  const locked = await tx.$queryRaw<{ id: string }[]>`
    SELECT claim_id AS id FROM queue_entries WHERE ${wanted} ORDER BY claim_id FOR NO KEY UPDATE`;
  const ids = locked.map(({ id }) => id);
  if (ids.length === 0) return;
  const rows = await tx.$queryRaw<(Inputs & { id: string })[]>`
    SELECT q.claim_id AS id, q.enqueued_at AS "enqueuedAt", c.statement, a.language, a.reach::text AS reach,
      a.deadline_at AS "deadlineAt", a.embargo_until AS "embargoUntil"
    FROM queue_entries q JOIN claims c ON c.id = q.claim_id JOIN articles a ON a.id = q.article_id
    WHERE q.claim_id = ANY(${ids}::uuid[])`;
  const places = rows.map((row) => ({ id: row.id, ...placeOf(row) }));
  await tx.$executeRaw`
    UPDATE queue_entries q
    SET due_at = p.due_at, head_start = p.head_start, stands_from = q.enqueued_at - p.head_start * interval '1 hour'
    FROM unnest(${places.map(({ id }) => id)}::uuid[], ${places.map(({ dueAt }) => dueAt)}::timestamptz[],
      ${places.map(({ headStart }) => headStart)}::smallint[]) AS p (claim_id, due_at, head_start)
    WHERE q.claim_id = p.claim_id
      AND (q.due_at IS DISTINCT FROM p.due_at OR q.head_start <> p.head_start)`;
}
