import { z } from "zod";
import { type Actor, may } from "#lib/auth/policy.ts";
import type { Lease } from "#lib/claims/rules.ts";
import type { ClaimState } from "#lib/claims/values.ts";
import { cursorInstant, decodeCursor, type Page, pageOf } from "#lib/cursor.ts";
import { db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { requireNewsroom } from "#lib/members/queries.ts";
import { UNSURE } from "#lib/passages/rules.ts";
import { listGateFacts } from "#lib/publishing/queries.ts";
import { embargoRefusal, gate } from "#lib/publishing/rules.ts";
import type { GateKey } from "#lib/publishing/values.ts";
import type { ReviewStage } from "#lib/reviews/values.ts";
import type { Reason } from "#lib/suggesting/features.ts";
import { scoreSentence } from "#lib/suggesting/score.ts";
import { fits, inView, ofClaimant, ofTopic, snoozedBy } from "./conditions.ts";
import { type PlaceReason, type Planning, placeReasons } from "./rules.ts";
import { isFiltered, type QueueFilter, queueFilter } from "./schema.ts";
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
  /** Whom an editor asked to do it; null once the time for that is over. */
  assignee: { id: string; name: string; until: Date } | null;
  /** The viewer was asked. */
  isForViewer: boolean;
  /** Until when the viewer is not offered it. */
  snoozedUntil: Date | null;
  /** What keeps a ready claim from being published; empty when nothing does, null for all others. */
  missing: MissingPart[] | null;
  /** The viewer holds it. */
  mine: boolean;
  /** The viewer may never take it: own claim, opinion given, or not a reviewer. */
  barred: boolean;
};

/** An item of the publish gate, passages that nobody settled, or an embargo. */
export type MissingPart = { part: GateKey | "passages" } | { part: "embargo"; until: Date };

type QueuePage = {
  view: QueueView;
  filter?: QueueFilter;
  viewer: Actor;
  now: Date;
  cursor?: string | null | undefined;
  take?: number;
};

/** The queue as a view of it shows it, in the order it is taken: high priority, the earliest date, the longest wait. */
export async function listQueue({
  view,
  filter = ALL,
  viewer,
  now,
  cursor,
  take = 25,
}: QueuePage): Promise<Page<QueueItem>> {
  const after = decodeCursor(cursor, queueCursor);
  // What is in one's own hands are a few, and found as such.
  const gathers = view !== "ready" && view !== "mine";
  const others = gathers ? { ...filter, topic: null, claimant: null } : filter;
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
      q.assignee_id AS "assigneeId", k.name AS "assigneeName", q.assigned_until AS "assignedUntil",
      s.until AS "snoozedUntil",
      ${viewer.id}::uuid = ANY(q.barred) AS barred
    FROM ${view === "ready" ? READY : gathers ? waitingOf(filter) : WAITING} q
    JOIN claims c ON c.id = q.claim_id
    JOIN articles a ON a.id = q.article_id
    ${snoozedBy(viewer, now)}
    LEFT JOIN claimants cl ON cl.id = c.claimant_id
    LEFT JOIN members m ON m.id = q.lease_holder_id
    LEFT JOIN members k ON k.id = q.assignee_id
    LEFT JOIN members p ON p.id = c.prioritised_by_id
    WHERE ${inView(view, viewer, now)} AND ${fits(others, viewer, now)} AND ${behind(after)}
    ORDER BY -q.priority, coalesce(q.due_at, 'infinity'::timestamptz), q.stands_from, q.claim_id
    LIMIT ${take + 1}`;
  const { items, next } = pageOf(rows, take, placeOf);
  const missing = view === "ready" ? await missingOf(items, now) : null;
  return { items: items.map((row) => queueItem(row, { viewer, now, missing })), next };
}

const ALL: QueueFilter = queueFilter({});

const WAITING = Prisma.sql`queue_entries`;

/**
 * What waits, for a page of it. A topic's or a claimant's claims are gathered first (`OFFSET 0`: apart from the rest) and
 * then put in order: Postgres would rather walk the whole order until it has met enough of them, and where few fit that
 * is all of it.
 */
function waitingOf({ topic, claimant }: QueueFilter): Prisma.Sql {
  if (topic === null && claimant === null) return WAITING;
  const gathered = [
    ...(topic === null ? [] : [ofTopic(topic)]),
    ...(claimant === null ? [] : [ofClaimant(claimant)]),
  ];
  return Prisma.sql`(SELECT * FROM queue_entries q WHERE ${Prisma.join(gathered, " AND ")} OFFSET 0)`;
}

/** Claims that wait for an editor have left the queue; in lists they look like it. */
const READY = Prisma.sql`(
  SELECT r.id AS claim_id, r.article_id, r.priority, least(ra.deadline_at, ra.embargo_until) AS due_at,
    r.ready_at AS stands_from, r.ready_at AS enqueued_at, NULL::review_stage AS stage, '{}'::uuid[] AS barred,
    NULL::uuid AS lease_holder_id, NULL::timestamptz AS lease_expires_at,
    NULL::uuid AS assignee_id, NULL::timestamptz AS assigned_until
  FROM claims r JOIN articles ra ON ra.id = r.article_id WHERE r.state = 'ready')`;

/**
 * How many claims each view of the queue holds for this person: one pass over what waits, one over what is ready. The
 * tables a filter asks are joined only when it asks them.
 */
export async function countQueue({
  viewer,
  now,
  filter = ALL,
}: {
  viewer: Actor;
  now: Date;
  filter?: QueueFilter;
}): Promise<Record<QueueView, number>> {
  const counts = QUEUE_VIEWS.filter((view) => view !== "ready").map(
    (view) => Prisma.sql`(count(*) FILTER (WHERE ${inView(view, viewer, now)}))::int AS ${Prisma.raw(view)}`,
  );
  const joined = Prisma.sql`
    ${filter.language === null ? Prisma.empty : Prisma.sql`JOIN articles a ON a.id = q.article_id`}
    ${snoozedBy(viewer, now)}
    WHERE ${fits(filter, viewer, now)}`;
  const ready = isFiltered(filter)
    ? Prisma.sql`SELECT count(*)::int FROM ${READY} q ${joined}`
    : Prisma.sql`SELECT count(*)::int FROM claims WHERE state = 'ready'`;
  const [row] = await db.$queryRaw<Record<QueueView, number>[]>`
    SELECT ${Prisma.join(counts)}, (${ready}) AS ready FROM ${WAITING} q ${joined}`;
  if (row === undefined) throw new Error("a count without a row");
  return row;
}

type QueueRow = Omit<QueueItem, "lease" | "assignee" | "isForViewer" | "missing" | "mine" | "reasons"> &
  Planning & {
    language: string;
    dueAt: Date | null;
    standsFrom: Date;
    highBy: string | null;
    holderId: string | null;
    holderName: string | null;
    expiresAt: Date | null;
    assigneeId: string | null;
    assigneeName: string | null;
    assignedUntil: Date | null;
  };

type Missing = Map<string, MissingPart[]> | null;

function queueItem(
  row: QueueRow,
  { viewer, now, missing }: { viewer: Actor; now: Date; missing: Missing },
): QueueItem {
  const { language, dueAt, standsFrom, highBy, reach, deadlineAt, embargoUntil, ...rest } = row;
  const { holderId, holderName, expiresAt, assigneeId, assigneeName, assignedUntil, barred, ...item } = rest;
  const kept = assigneeId !== null && assigneeName !== null && assignedUntil !== null && assignedUntil > now;
  const { score: points, reasons: worths } = scoreSentence(item.statement, language);
  const held = holderId !== null && holderName !== null && expiresAt !== null && expiresAt > now;
  const planning = { reach, deadlineAt, embargoUntil };
  return {
    ...item,
    reasons: placeReasons({ ...planning, isHigh: item.priority > 0, highBy, worths, points, now }),
    lease: held ? { holderId, holderName, expiresAt } : null,
    assignee: kept ? { id: assigneeId, name: assigneeName, until: assignedUntil } : null,
    isForViewer: kept && assigneeId === viewer.id,
    missing: missing?.get(item.claimId) ?? null,
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

/** What keeps each of these ready claims from being published: the same that publishing asks. */
export async function missingOf(
  rows: readonly Pick<QueueRow, "claimId" | "embargoUntil">[],
  now: Date,
): Promise<Map<string, MissingPart[]>> {
  const claimIds = rows.map(({ claimId }) => claimId);
  const [facts, open] = await Promise.all([
    requireNewsroom().then((newsroom) => listGateFacts(claimIds, { ...newsroom, now })),
    db.passage.groupBy({
      by: ["claimId"],
      where: { claimId: { in: claimIds }, isCurrent: true, repair: null, outcome: { in: UNSURE } },
    }),
  ]);
  const unsettled = new Set(open.map(({ claimId }) => claimId));
  return new Map(
    rows.map(({ claimId, embargoUntil }) => {
      const found = facts.get(claimId);
      const parts: MissingPart[] = found
        ? gate(found).flatMap(({ key, passed }) => (passed ? [] : [{ part: key }]))
        : [];
      if (unsettled.has(claimId)) parts.push({ part: "passages" });
      if (embargoUntil && embargoRefusal(embargoUntil, now))
        parts.push({ part: "embargo", until: embargoUntil });
      return [claimId, parts];
    }),
  );
}

/** Everybody who may review, by name. */
export function listReviewers(): Promise<{ id: string; name: string }[]> {
  return db.member.findMany({
    where: { disabledAt: null, role: { in: ["reviewer", "editor", "admin"] } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true },
  });
}

/** Until when a member put a claim aside; null when they did not. */
export async function getSnooze({
  claimId,
  memberId,
  now,
}: {
  claimId: string;
  memberId: string;
  now: Date;
}): Promise<Date | null> {
  const snooze = await db.snooze.findFirst({
    where: { claimId, memberId, until: { gt: now } },
    select: { until: true },
  });
  return snooze?.until ?? null;
}
