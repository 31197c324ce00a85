import { z } from "zod";
import { type Actor, may } from "#lib/auth/policy.ts";
import type { ClaimFacts, Lease } from "#lib/claims/rules.ts";
import type { ClaimState } from "#lib/claims/values.ts";
import { cursorInstant, decodeCursor, type Page, pageOf } from "#lib/cursor.ts";
import { type Db, db, type Tx } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { AppError } from "#lib/errors.ts";
import { isId } from "#lib/input.ts";
import { QUEUE_VIEWS, type QueueView, type ReviewStage } from "./values.ts";

/** One line of the queue. */
export type QueueItem = {
  claimId: string;
  number: number;
  statement: string;
  state: ClaimState;
  /** Which opinion it waits for; null when it is ready. */
  stage: ReviewStage | null;
  priority: number;
  /** Since when it waits: in the queue, or to be published. */
  enqueuedAt: Date;
  articleId: string;
  articleTitle: string;
  claimantName: string | null;
  topics: string[];
  sourceCount: number;
  /** Null when nobody holds it, an expired lease included. */
  lease: Lease | null;
  /** The viewer holds it. */
  mine: boolean;
  /** The viewer may never take it: own claim, opinion given, or not a reviewer. */
  barred: boolean;
};

type QueuePage = {
  view: QueueView;
  viewer: Actor;
  now: Date;
  cursor?: string | null | undefined;
  take?: number;
};

/** The queue as a view of it shows it: by priority, then whoever has waited longest. */
export async function listQueue({
  view,
  viewer,
  now,
  cursor,
  take = 25,
}: QueuePage): Promise<Page<QueueItem>> {
  const after = decodeCursor(cursor, queueCursor);
  const rows = await db.$queryRaw<QueueRow[]>`
    SELECT c.id AS "claimId", c.number, c.statement, c.state::text AS state, q.stage::text AS stage,
      q.priority, q.enqueued_at AS "enqueuedAt",
      a.id AS "articleId", a.title AS "articleTitle", cl.name AS "claimantName",
      ARRAY(SELECT t.name FROM claim_topics ct JOIN topics t ON t.id = ct.topic_id
        WHERE ct.claim_id = c.id ORDER BY t.name) AS topics,
      (SELECT count(*)::int FROM evidence e WHERE e.claim_id = c.id) AS "sourceCount",
      q.lease_holder_id AS "holderId", m.name AS "holderName", q.lease_expires_at AS "expiresAt",
      ${viewer.id}::uuid = ANY(q.barred) AS barred
    FROM ${view === "ready" ? READY : WAITING} q
    JOIN claims c ON c.id = q.claim_id
    JOIN articles a ON a.id = c.article_id
    LEFT JOIN claimants cl ON cl.id = c.claimant_id
    LEFT JOIN members m ON m.id = q.lease_holder_id
    WHERE ${inView(view, viewer, now)} AND ${behind(after)}
    ORDER BY q.priority DESC, q.enqueued_at, q.claim_id
    LIMIT ${take + 1}`;
  const items = rows.map((row) => queueItem(row, viewer, now));
  return pageOf(items, take, ({ priority, enqueuedAt, claimId }) => [priority, enqueuedAt, claimId]);
}

const WAITING = Prisma.sql`queue_entries`;

/** Claims that wait for an editor have left the queue; in lists they look like it. */
const READY = Prisma.sql`(
  SELECT id AS claim_id, priority, ready_at AS enqueued_at, NULL::review_stage AS stage, '{}'::uuid[] AS barred,
    NULL::uuid AS lease_holder_id, NULL::timestamptz AS lease_expires_at
  FROM claims WHERE state = 'ready')`;

/** How many claims each view of the queue holds for this person. */
export async function countQueue({
  viewer,
  now,
}: {
  viewer: Actor;
  now: Date;
}): Promise<Record<QueueView, number>> {
  const counts = QUEUE_VIEWS.map((view) => {
    const source = view === "ready" ? READY : WAITING;
    return Prisma.sql`(SELECT count(*)::int FROM ${source} q WHERE ${inView(view, viewer, now)})
      AS ${Prisma.raw(view)}`;
  });
  const [row] = await db.$queryRaw<Record<QueueView, number>[]>`SELECT ${Prisma.join(counts)}`;
  if (row === undefined) throw new Error("a count without a row");
  return row;
}

/** A claim as a command holds it: locked until its transaction ends. */
export type LockedClaim = ClaimFacts & {
  id: string;
  articleId: string;
  slug: string;
  statement: string;
  round: number;
  version: number;
};

/**
 * Locks a claim for the rest of the transaction and reads what the rules need. Every command that changes a
 * claim's life begins here, so that two of them never decide on the same facts; whoever takes from the queue
 * skips what is locked, so nobody waits in a circle. Throws `not_found`.
 */
export async function lockClaim(tx: Tx, claimId: string): Promise<LockedClaim> {
  if (!isId(claimId)) throw new AppError("not_found");
  await tx.$queryRaw`SELECT id FROM claims WHERE id = ${claimId}::uuid FOR NO KEY UPDATE`;
  const claim = await getFacts(tx, claimId);
  if (claim === null) throw new AppError("not_found");
  return claim;
}

async function getFacts(tx: Db, claimId: string): Promise<LockedClaim | null> {
  const claim = await tx.claim.findUnique({ where: { id: claimId }, select: factsSelect });
  if (claim === null) return null;
  const { _count, queueEntry, reviews, submittedAt, ...own } = claim;
  const { stage = null, leaseHolder = null, leaseExpiresAt = null } = queueEntry ?? {};
  return {
    ...own,
    stage,
    evidenceCount: _count.evidence,
    passageCount: _count.passages,
    wasSubmitted: submittedAt !== null,
    reviewerIds: reviews.filter(({ round }) => round === own.round).map(({ reviewerId }) => reviewerId),
    lease:
      leaseHolder && leaseExpiresAt
        ? { holderId: leaseHolder.id, holderName: leaseHolder.name, expiresAt: leaseExpiresAt }
        : null,
  };
}

const factsSelect = {
  id: true,
  articleId: true,
  slug: true,
  statement: true,
  round: true,
  version: true,
  state: true,
  authorId: true,
  submittedAt: true,
  _count: {
    select: { evidence: true, passages: { where: { isCurrent: true, startOffset: { not: null } } } },
  },
  reviews: { select: { reviewerId: true, round: true } },
  queueEntry: {
    select: { stage: true, leaseExpiresAt: true, leaseHolder: { select: { id: true, name: true } } },
  },
} satisfies Prisma.ClaimSelect;

type QueueRow = Omit<QueueItem, "lease" | "mine"> & {
  holderId: string | null;
  holderName: string | null;
  expiresAt: Date | null;
};

function queueItem(
  { holderId, holderName, expiresAt, barred, ...row }: QueueRow,
  viewer: Actor,
  now: Date,
): QueueItem {
  const held = holderId !== null && holderName !== null && expiresAt !== null && expiresAt > now;
  return {
    ...row,
    lease: held ? { holderId, holderName, expiresAt } : null,
    mine: held && holderId === viewer.id,
    barred: barred || !may(viewer, "review.take"),
  };
}

/** Priorities as the column has them, from 0: a greater number is no cursor of ours. */
const queueCursor = z.tuple([z.number().int().min(0).max(2_147_483_647), cursorInstant, z.uuid()]);

/** With the priority negated both orders run the same way, so that one row comparison says what comes behind. */
function behind(after: z.infer<typeof queueCursor> | null): Prisma.Sql {
  if (after === null) return Prisma.sql`true`;
  const [priority, enqueuedAt, claimId] = after;
  return Prisma.sql`(-q.priority, q.enqueued_at, q.claim_id)
    > (${-priority}::int, ${enqueuedAt}::timestamptz, ${claimId}::uuid)`;
}

/** The condition of a view over `q`, the rows of the queue. */
function inView(view: QueueView, viewer: Actor, now: Date): Prisma.Sql {
  const takeable = may(viewer, "review.take")
    ? Prisma.sql`(q.lease_expires_at IS NULL OR q.lease_expires_at <= ${now}::timestamptz)
        AND NOT ${viewer.id}::uuid = ANY(q.barred)`
    : Prisma.sql`false`;
  const conditions: Record<QueueView, Prisma.Sql> = {
    mine: Prisma.sql`q.lease_holder_id = ${viewer.id}::uuid AND q.lease_expires_at > ${now}::timestamptz`,
    next: Prisma.sql`q.stage = 'first' AND ${takeable}`,
    second: Prisma.sql`q.stage IN ('second', 'third') AND ${takeable}`,
    adjudication: Prisma.sql`q.stage = 'adjudication'`,
    ready: Prisma.sql`true`,
    all: Prisma.sql`true`,
  };
  return conditions[view];
}
