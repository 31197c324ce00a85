import { type Actor, includesRole } from "#lib/auth/policy.ts";
import { db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { prepared } from "#lib/db/prepared.ts";

type By = { actor: Actor; now: Date };

/** Who takes and when, or the marks where that goes in a prepared statement. `now` is an ISO instant. */
type Taker = { id: string; now: string; isEditor: boolean | string };

/** What was taken, and the number of the event that tells of it. */
export type Leased = { claimId: string; articleId: string; seq: number };

/** The part of a statement that writes the history, of rows as `auditInsert` takes them. */
type Tell = (taker: Told, rows: Prisma.Sql) => Prisma.Sql;

/** Who took it, as the history tells: by which token, if a program did. */
type Told = { id: string; name: string; tokenId: string | null; tokenName: string | null };

/**
 * Finds, leases, moves to review and tells the history, in one statement: it is its own transaction, and one way to
 * Postgres and back is all it takes. Rows somebody else is just taking or changing are skipped, so takers never wait
 * for one another; the claim is locked with its entry, so no command decides on what is being taken. A row that is
 * locked and not the first in line is free again when the statement ends.
 */
export function leasing(tell: Tell): (by: By) => Promise<Leased | undefined> {
  const lease = prepared<Taker & Told & { isEditor: boolean }, Row>(
    "take_next",
    ["id", "name", "now", "isEditor", "tokenId", "tokenName"],
    (marks) => takeNextSql(marks, tell),
  );
  return async (by) => {
    const { name, token } = by.actor;
    const told = { name, tokenId: token?.id ?? null, tokenName: token?.name ?? null };
    const [taken] = await lease({ ...takerOf(by), ...told });
    return taken && { ...taken, seq: Number(taken.seq) };
  };
}

/** `pg` reads a number of eight bytes as a string. */
type Row = { claimId: string; articleId: string; seq: string };

function takeNextSql(taker: Taker & Told, tell: Tell): Prisma.Sql {
  const firsts = partsOf(taker).map(
    ({ rank, rows }) => Prisma.sql`SELECT ${Prisma.raw(String(rank))} AS rank, first.* FROM (
      SELECT q.claim_id, -q.priority AS high, coalesce(q.due_at, 'infinity'::timestamptz) AS due, q.stands_from
      FROM queue_entries q JOIN claims c ON c.id = q.claim_id
      WHERE ${rows} AND ${mayBeTaken(taker)}
      ORDER BY -q.priority, coalesce(q.due_at, 'infinity'::timestamptz), q.stands_from, q.claim_id
      LIMIT 1
      FOR NO KEY UPDATE OF q, c SKIP LOCKED
    ) first`,
  );
  const told = tell(
    taker,
    Prisma.sql`SELECT article_id, id AS claim_id, jsonb_build_object('stage', stage) AS data FROM taken`,
  );
  return Prisma.sql`
    WITH next AS (
      ${Prisma.join(firsts, " UNION ALL ")}
      ORDER BY rank, high, due, stands_from, claim_id
      LIMIT 1
    ), taken AS (
      UPDATE queue_entries q
      SET lease_holder_id = ${taker.id}::uuid,
        lease_expires_at = ${taker.now}::timestamptz
          + (SELECT lease_minutes FROM newsroom WHERE id = 1) * interval '1 minute'
      FROM next WHERE q.claim_id = next.claim_id
      RETURNING q.claim_id AS id, q.article_id, q.stage
    ), moved AS (
      UPDATE claims c SET state = 'in_review', updated_at = now() FROM taken
      WHERE c.id = taken.id AND c.state = 'queued'
    ), told AS (${told})
    SELECT taken.id AS "claimId", taken.article_id AS "articleId", told.seq FROM taken CROSS JOIN told`;
}

/** Whether there is something to take, be it that others are just taking it. */
export async function hasNext(by: By): Promise<boolean> {
  const taker = takerOf(by);
  const found = partsOf(taker).map(
    ({ rows }) => Prisma.sql`EXISTS (SELECT FROM queue_entries q WHERE ${rows} AND ${mayBeTaken(taker)})`,
  );
  const [answer] = await db.$queryRaw<{ any: boolean }[]>`SELECT ${Prisma.join(found, " OR ")} AS any`;
  return answer?.any ?? false;
}

function takerOf({ actor: { id, role }, now }: By) {
  return { id, now: now.toISOString(), isEditor: includesRole(role, "editor") };
}

type Part = { rank: number; rows: Prisma.Sql };

/**
 * What somebody may be given next, in parts that each walk an index of their own, so that no taker wades through what
 * others hold: what they were asked to do; what nobody has; what somebody left, or was asked to do and did not.
 */
function partsOf({ id, now }: Taker): Part[] {
  // Both ends are named: of a range Postgres expects little in whatever plan it keeps, of "before some day" a third.
  // And that there is a day at all, so that it counts how few have one: where it expects many, it plans anew each time.
  const isOver = (column: Prisma.Sql) =>
    Prisma.sql`${column} IS NOT NULL AND ${column} BETWEEN '-infinity' AND ${now}::timestamptz`;
  const lease = Prisma.sql`q.lease_expires_at`;
  const assignment = Prisma.sql`q.assigned_until`;
  return [
    {
      rank: 0,
      rows: Prisma.sql`q.assignee_id = ${id}::uuid AND NOT (${isOver(assignment)})
        AND (q.lease_holder_id IS NULL OR (${isOver(lease)}))`,
    },
    { rank: 1, rows: Prisma.sql`q.lease_holder_id IS NULL AND q.assignee_id IS NULL` },
    {
      rank: 1,
      // Looked up first, and not met on the way: mostly there is none, and the way would be the whole queue.
      rows: Prisma.sql`q.claim_id = ANY (ARRAY(
          SELECT q.claim_id FROM queue_entries q WHERE ${isOver(lease)}
          UNION SELECT q.claim_id FROM queue_entries q WHERE ${isOver(assignment)}
        ))
        AND (q.lease_holder_id IS NULL OR (${isOver(lease)}))
        AND (q.assignee_id IS NULL OR (${isOver(assignment)}))`,
    },
  ];
}

/** Blind and independent; adjudications are for editors; and not what they put aside. */
function mayBeTaken({ id, isEditor, now }: Taker): Prisma.Sql {
  return Prisma.sql`NOT ${id}::uuid = ANY(q.barred)
    AND (q.stage <> 'adjudication' OR q.assignee_id = ${id}::uuid OR ${isEditor}::boolean)
    AND NOT EXISTS (SELECT FROM snoozes s WHERE s.member_id = ${id}::uuid AND s.claim_id = q.claim_id
      AND s.until > ${now}::timestamptz)`;
}
