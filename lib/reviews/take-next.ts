import { type Actor, includesRole } from "#lib/auth/policy.ts";
import type { Db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";

type By = { actor: Actor; now: Date };

/**
 * Finds, leases, moves to review and tells the history, in one statement: it is its own transaction, and one way to
 * Postgres and back is all it takes. Rows somebody else is just taking or changing are skipped, so takers never wait
 * for one another; the claim is locked with its entry, so no command decides on what is being taken. A row that is
 * locked and not the first in line is free again when the statement ends. `tell` makes the part that writes the history,
 * of rows as `auditInsert` takes them. Answers the claim's id.
 */
export async function leaseNext(
  on: Db,
  { actor, now, tell }: By & { tell: (rows: Prisma.Sql) => Prisma.Sql },
): Promise<string | undefined> {
  const firsts = partsOf(actor, now).map(
    ({ rank, rows }) => Prisma.sql`SELECT ${rank}::int AS rank, first.* FROM (
      SELECT q.claim_id, -q.priority AS high, coalesce(q.due_at, 'infinity'::timestamptz) AS due, q.stands_from
      FROM queue_entries q JOIN claims c ON c.id = q.claim_id
      WHERE ${rows} AND ${mayBeTaken(actor, now)}
      ORDER BY -q.priority, coalesce(q.due_at, 'infinity'::timestamptz), q.stands_from, q.claim_id
      LIMIT 1
      FOR NO KEY UPDATE OF q, c SKIP LOCKED
    ) first`,
  );
  const told = tell(
    Prisma.sql`SELECT article_id, id AS claim_id, jsonb_build_object('stage', stage) AS data FROM taken`,
  );
  const [taken] = await on.$queryRaw<{ id: string }[]>`
    WITH next AS (
      ${Prisma.join(firsts, " UNION ALL ")}
      ORDER BY rank, high, due, stands_from, claim_id
      LIMIT 1
    ), taken AS (
      UPDATE queue_entries q
      SET lease_holder_id = ${actor.id}::uuid,
        lease_expires_at = ${now}::timestamptz
          + (SELECT lease_minutes FROM newsroom WHERE id = 1) * interval '1 minute'
      FROM next WHERE q.claim_id = next.claim_id
      RETURNING q.claim_id AS id, q.article_id, q.stage
    ), moved AS (
      UPDATE claims c SET state = 'in_review', updated_at = now() FROM taken
      WHERE c.id = taken.id AND c.state = 'queued'
    ), told AS (${told})
    SELECT id FROM taken`;
  return taken?.id;
}

/** Whether there is something to take, be it that others are just taking it. */
export async function hasNext(on: Db, { actor, now }: By): Promise<boolean> {
  const found = partsOf(actor, now).map(
    ({ rows }) =>
      Prisma.sql`EXISTS (SELECT FROM queue_entries q WHERE ${rows} AND ${mayBeTaken(actor, now)})`,
  );
  const [answer] = await on.$queryRaw<{ any: boolean }[]>`SELECT ${Prisma.join(found, " OR ")} AS any`;
  return answer?.any ?? false;
}

type Part = { rank: number; rows: Prisma.Sql };

/**
 * What somebody may be given next, in parts that each walk an index of their own, so that no taker wades through what
 * others hold: what they were asked to do; what nobody has; what somebody left, or was asked to do and did not.
 */
function partsOf({ id }: Actor, now: Date): Part[] {
  const isOver = (column: Prisma.Sql) => Prisma.sql`${column} <= ${now}::timestamptz`;
  const lease = Prisma.sql`q.lease_expires_at`;
  const assignment = Prisma.sql`q.assigned_until`;
  return [
    {
      rank: 0,
      rows: Prisma.sql`q.assignee_id = ${id}::uuid AND NOT ${isOver(assignment)}
        AND (q.lease_holder_id IS NULL OR ${isOver(lease)})`,
    },
    { rank: 1, rows: Prisma.sql`q.lease_holder_id IS NULL AND q.assignee_id IS NULL` },
    {
      rank: 1,
      rows: Prisma.sql`(${isOver(lease)} OR ${isOver(assignment)})
        AND (q.lease_holder_id IS NULL OR ${isOver(lease)})
        AND (q.assignee_id IS NULL OR ${isOver(assignment)})`,
    },
  ];
}

/** Blind and independent; adjudications are for editors; and not what they put aside. */
function mayBeTaken({ id, role }: Actor, now: Date): Prisma.Sql {
  return Prisma.sql`NOT ${id}::uuid = ANY(q.barred)
    AND (q.stage <> 'adjudication' OR q.assignee_id = ${id}::uuid OR ${includesRole(role, "editor")}::boolean)
    AND NOT EXISTS (SELECT FROM snoozes s WHERE s.member_id = ${id}::uuid AND s.claim_id = q.claim_id
      AND s.until > ${now}::timestamptz)`;
}
