import { db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { ageStep } from "./rules.ts";
import { decidedIn, type Span } from "./span.ts";
import { AGE_BOUNDS, type AgeStep, type OpenPlace, TIME_PARTS, type TimePart } from "./values.ts";

/** How long one part of the way took, in seconds, over `count` claims. */
export type TimeTaken = { part: TimePart; count: number; median: number; p90: number };

/**
 * How long claims whose verdict fell in a span took, part by part. `waiting` ends when somebody first took the claim
 * after it was last sent in; `second` is from the first opinion to the last blind one, the wait for it included.
 */
export async function listTimes(span: Span): Promise<TimeTaken[]> {
  const rows = await db.$queryRaw<TimeTaken[]>`
    WITH decided AS MATERIALIZED (
      SELECT c.id, c.round, c.created_at, c.submitted_at, c.ready_at, c.published_at
      FROM claims c WHERE ${decidedIn(span)}
    ), spoken AS (
      SELECT r.claim_id,
        min(r.decided_at) FILTER (WHERE r.stage = 'first') AS first_at,
        max(r.decided_at) FILTER (WHERE r.stage IN ('second', 'third')) AS last_at,
        min(r.decided_at) FILTER (WHERE r.stage = 'adjudication') AS settled_at
      FROM decided d JOIN reviews r ON r.claim_id = d.id AND r.round = d.round GROUP BY r.claim_id
    ), taken AS (
      SELECT e.claim_id, min(e.at) AS taken_at
      FROM decided d JOIN audit_events e ON e.claim_id = d.id AND e.action = 'claim.taken' AND e.at >= d.submitted_at
      GROUP BY e.claim_id
    )
    SELECT part, count(*)::int AS count,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY took) AS median,
      percentile_cont(0.9) WITHIN GROUP (ORDER BY took) AS p90
    FROM decided d
    LEFT JOIN spoken s ON s.claim_id = d.id
    LEFT JOIN taken t ON t.claim_id = d.id
    CROSS JOIN LATERAL (VALUES
      ('whole', d.created_at, d.ready_at),
      ('writing', d.created_at, d.submitted_at),
      ('waiting', d.submitted_at, t.taken_at),
      ('first', t.taken_at, s.first_at),
      ('second', s.first_at, s.last_at),
      ('adjudication', coalesce(s.last_at, s.first_at), s.settled_at),
      ('publishing', d.ready_at, d.published_at)
    ) AS step (part, began, ended)
    CROSS JOIN LATERAL (SELECT extract(epoch FROM ended - began)::float8 AS took) AS lasted
    WHERE took >= 0
    GROUP BY part`;
  return TIME_PARTS.flatMap((part) => rows.find((row) => row.part === part) ?? []);
}

/** Claims of one place and age; `oldest` in seconds, over all ages of the place. */
export type Ageing = { place: OpenPlace; steps: Record<AgeStep, number>; count: number; oldest: number };

/**
 * How old what is open is now: drafts since they were made, what is in the queue since it was sent in, what is ready
 * since its verdict.
 */
export async function listAgeing(now: Date): Promise<Ageing[]> {
  const bounds = Prisma.join(AGE_BOUNDS.map((days) => Prisma.sql`${days * 86_400}::float8`));
  const rows = await db.$queryRaw<{ place: OpenPlace; bucket: number; count: number; oldest: number }[]>`
    SELECT place, width_bucket(age, ARRAY[${bounds}]) AS bucket, count(*)::int AS count, max(age) AS oldest
    FROM (
      SELECT state::text AS place, extract(epoch FROM ${now}::timestamptz
        - CASE state WHEN 'draft' THEN created_at WHEN 'ready' THEN ready_at ELSE submitted_at END)::float8 AS age
      FROM claims
      WHERE state IN ('draft', 'queued', 'in_review', 'second_review', 'adjudication', 'ready')
    ) open
    GROUP BY place, bucket`;
  const places = new Map<OpenPlace, Ageing>();
  for (const { place, bucket, count, oldest } of rows) {
    const known = places.get(place) ?? { place, steps: { ...NO_STEPS }, count: 0, oldest: 0 };
    known.steps[ageStep(bucket)] += count;
    places.set(place, { ...known, count: known.count + count, oldest: Math.max(known.oldest, oldest) });
  }
  return [...places.values()];
}

const NO_STEPS: Record<AgeStep, number> = { day: 0, three: 0, week: 0, month: 0, older: 0 };
