import { z } from "zod";
import { type Actor, may } from "#lib/auth/policy.ts";
import type { Lease } from "#lib/claims/rules.ts";
import type { ClaimState } from "#lib/claims/values.ts";
import { cursorInstant, decodeCursor, type Page, pageOf } from "#lib/cursor.ts";
import { db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import type { ReviewStage } from "#lib/reviews/values.ts";
import type { Reason } from "#lib/suggesting/features.ts";
import { scoreSentence } from "#lib/suggesting/score.ts";
import { type PlaceReason, type Planning, placeReasons } from "./rules.ts";
import { QUEUE_VIEWS, type QueueView } from "./values.ts";

/** One line of the queue. */
export type QueueItem = {
  claimId: string;
  number: number;
  statement: string;
  state: ClaimState;
  /** Which opinion it waits for; null when it is ready. */
  stage: ReviewStage | null;
  priority: number;
  /** Why it stands where it stands. */
  reasons: PlaceReason<Reason>[];
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

/** The queue as a view of it shows it, in the order it is taken: high priority, the earliest date, the longest wait. */
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
      q.priority, q.due_at AS "dueAt", q.stands_from AS "standsFrom", q.enqueued_at AS "enqueuedAt",
      p.name AS "highBy", a.language, a.reach::text AS reach,
      a.deadline_at AS "deadlineAt", a.embargo_until AS "embargoUntil",
      a.id AS "articleId", a.title AS "articleTitle", cl.name AS "claimantName",
      ARRAY(SELECT t.name FROM claim_topics ct JOIN topics t ON t.id = ct.topic_id
        WHERE ct.claim_id = c.id ORDER BY t.name) AS topics,
      (SELECT count(*)::int FROM evidence e WHERE e.claim_id = c.id) AS "sourceCount",
      q.lease_holder_id AS "holderId", m.name AS "holderName", q.lease_expires_at AS "expiresAt",
      ${viewer.id}::uuid = ANY(q.barred) AS barred
    FROM ${view === "ready" ? READY : WAITING} q
    JOIN claims c ON c.id = q.claim_id
    JOIN articles a ON a.id = q.article_id
    LEFT JOIN claimants cl ON cl.id = c.claimant_id
    LEFT JOIN members m ON m.id = q.lease_holder_id
    LEFT JOIN members p ON p.id = c.prioritised_by_id
    WHERE ${inView(view, viewer, now)} AND ${behind(after)}
    ORDER BY -q.priority, coalesce(q.due_at, 'infinity'::timestamptz), q.stands_from, q.claim_id
    LIMIT ${take + 1}`;
  const { items, next } = pageOf(rows, take, placeOf);
  return { items: items.map((row) => queueItem(row, viewer, now)), next };
}

const WAITING = Prisma.sql`queue_entries`;

/** Claims that wait for an editor have left the queue; in lists they look like it. */
const READY = Prisma.sql`(
  SELECT r.id AS claim_id, r.article_id, r.priority, least(ra.deadline_at, ra.embargo_until) AS due_at,
    r.ready_at AS stands_from, r.ready_at AS enqueued_at, NULL::review_stage AS stage, '{}'::uuid[] AS barred,
    NULL::uuid AS lease_holder_id, NULL::timestamptz AS lease_expires_at
  FROM claims r JOIN articles ra ON ra.id = r.article_id WHERE r.state = 'ready')`;

/** How many claims each view of the queue holds for this person: one pass over what waits, one over what is ready. */
export async function countQueue({
  viewer,
  now,
}: {
  viewer: Actor;
  now: Date;
}): Promise<Record<QueueView, number>> {
  const counts = QUEUE_VIEWS.filter((view) => view !== "ready").map(
    (view) => Prisma.sql`(count(*) FILTER (WHERE ${inView(view, viewer, now)}))::int AS ${Prisma.raw(view)}`,
  );
  const [row] = await db.$queryRaw<Record<QueueView, number>[]>`
    SELECT ${Prisma.join(counts)}, (SELECT count(*)::int FROM claims WHERE state = 'ready') AS ready
    FROM ${WAITING} q`;
  if (row === undefined) throw new Error("a count without a row");
  return row;
}

type QueueRow = Omit<QueueItem, "lease" | "mine" | "reasons"> &
  Planning & {
    language: string;
    dueAt: Date | null;
    standsFrom: Date;
    highBy: string | null;
    holderId: string | null;
    holderName: string | null;
    expiresAt: Date | null;
  };

function queueItem(row: QueueRow, viewer: Actor, now: Date): QueueItem {
  const { language, dueAt, standsFrom, highBy, reach, deadlineAt, embargoUntil, ...rest } = row;
  const { holderId, holderName, expiresAt, barred, ...item } = rest;
  const { score: points, reasons: worths } = scoreSentence(item.statement, language);
  const held = holderId !== null && holderName !== null && expiresAt !== null && expiresAt > now;
  const planning = { reach, deadlineAt, embargoUntil };
  return {
    ...item,
    reasons: placeReasons({ ...planning, isHigh: item.priority > 0, highBy, worths, points, now }),
    lease: held ? { holderId, holderName, expiresAt } : null,
    mine: held && holderId === viewer.id,
    barred: barred || !may(viewer, "review.take"),
  };
}

/** Priorities as the column has them, from 0: a greater number is no cursor of ours. Empty: no date. */
const queueCursor = z.tuple([
  z.number().int().min(0).max(32_767),
  z.union([z.literal(""), cursorInstant]),
  cursorInstant,
  z.uuid(),
]);

function placeOf({ priority, dueAt, standsFrom, claimId }: QueueRow) {
  return [priority, dueAt ?? "", standsFrom, claimId];
}

/** With the priority negated all of the order runs the same way, so that one row comparison says what comes behind. */
function behind(after: z.infer<typeof queueCursor> | null): Prisma.Sql {
  if (after === null) return Prisma.sql`true`;
  const [priority, dueAt, standsFrom, claimId] = after;
  const due = dueAt === "" ? Prisma.sql`'infinity'` : Prisma.sql`${dueAt}`;
  return Prisma.sql`(-q.priority, coalesce(q.due_at, 'infinity'::timestamptz), q.stands_from, q.claim_id)
    > (${-priority}::smallint, ${due}::timestamptz, ${standsFrom}::timestamptz, ${claimId}::uuid)`;
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
    all: Prisma.sql`true`,
    overdue: Prisma.sql`q.due_at <= ${now}::timestamptz`,
    second: Prisma.sql`q.stage IN ('second', 'third') AND ${takeable}`,
    adjudication: Prisma.sql`q.stage = 'adjudication'`,
    ready: Prisma.sql`true`,
  };
  return conditions[view];
}
