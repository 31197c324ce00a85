import { type Actor, may } from "#lib/auth/policy.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import type { QueueFilter } from "./schema.ts";
import type { QueueView } from "./values.ts";

// What the statements over the queue ask, in its rows `q`. Lists and counts are made of the same parts, so that a tab
// never counts what its list does not show.

/** Joins as `s` what the viewer put aside. */
export function snoozedBy({ id }: Actor, now: Date): Prisma.Sql {
  return Prisma.sql`LEFT JOIN snoozes s ON s.claim_id = q.claim_id AND s.member_id = ${id}::uuid
    AND s.until > ${now}::timestamptz`;
}

/** The condition of a filter over `q`, for its language `a`. */
export function fits(filter: QueueFilter, viewer: Actor, now: Date): Prisma.Sql {
  const { articleId, topic, claimant, language, waiting, assignee } = filter;
  const since = new Date(now.getTime() - Number(waiting) * DAY);
  const parts = [
    Prisma.sql`true`,
    articleId !== null && Prisma.sql`q.article_id = ${articleId}::uuid`,
    topic !== null && ofTopic(topic),
    claimant !== null && ofClaimant(claimant),
    language !== null && Prisma.sql`a.language = ${language}`,
    waiting !== null && Prisma.sql`q.enqueued_at <= ${since}::timestamptz`,
    assignee !== null && keptFor(assignee, viewer, now),
  ];
  return Prisma.join(
    parts.filter((part) => part !== false),
    " AND ",
  );
}

/** The condition of a topic's claims over `q`. */
export function ofTopic(slug: string): Prisma.Sql {
  return Prisma.sql`q.claim_id IN (SELECT ct.claim_id FROM claim_topics ct JOIN topics t ON t.id = ct.topic_id
    WHERE t.slug = ${slug})`;
}

/** The condition of a claimant's claims over `q`. */
export function ofClaimant(slug: string): Prisma.Sql {
  return Prisma.sql`q.claim_id IN (SELECT k.id FROM claims k
    WHERE k.claimant_id = (SELECT id FROM claimants WHERE slug = ${slug}))`;
}

const DAY = 86_400_000;

function keptFor(assignee: string, viewer: Actor, now: Date): Prisma.Sql {
  if (assignee === "nobody") {
    return Prisma.sql`(q.assignee_id IS NULL OR q.assigned_until <= ${now}::timestamptz)`;
  }
  const memberId = assignee === "me" ? viewer.id : assignee;
  return Prisma.sql`(q.assignee_id = ${memberId}::uuid AND q.assigned_until > ${now}::timestamptz)`;
}

/** The condition of a view over `q`, the rows of the queue, and `s`, what the viewer put aside. */
export function inView(view: QueueView, viewer: Actor, now: Date): Prisma.Sql {
  const isFree = Prisma.sql`(q.lease_expires_at IS NULL OR q.lease_expires_at <= ${now}::timestamptz)`;
  const takeable = may(viewer, "review.take")
    ? Prisma.sql`${isFree} AND s.claim_id IS NULL AND NOT ${viewer.id}::uuid = ANY(q.barred)
        AND (q.assignee_id IS NULL OR q.assignee_id = ${viewer.id}::uuid OR q.assigned_until <= ${now}::timestamptz)`
    : Prisma.sql`false`;
  const conditions: Record<QueueView, Prisma.Sql> = {
    mine: Prisma.sql`(q.lease_holder_id = ${viewer.id}::uuid AND q.lease_expires_at > ${now}::timestamptz)
      OR (${keptFor("me", viewer, now)} AND ${isFree} AND s.claim_id IS NULL)`,
    next: Prisma.sql`q.stage = 'first' AND ${takeable}`,
    all: Prisma.sql`true`,
    overdue: Prisma.sql`q.due_at <= ${now}::timestamptz`,
    second: Prisma.sql`q.stage IN ('second', 'third') AND ${takeable}`,
    adjudication: Prisma.sql`q.stage = 'adjudication'`,
    ready: Prisma.sql`true`,
    snoozed: Prisma.sql`s.claim_id IS NOT NULL`,
  };
  return Prisma.sql`(${conditions[view]})`;
}
