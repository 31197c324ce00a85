import pg from "pg";
import type { Actor } from "#lib/auth/policy.ts";
import { pgbench } from "./pgbench.ts";

/** `ids`: what was taken, in the order it was. `tries`: how often somebody reached for it, successful or not. */
export type Taking = { ids: string[]; tries: number; ms: number[]; seconds: number };

type Take = (actor: Actor) => Promise<string | null>;

/** Everybody takes, one after the other as fast as it goes, until the time is over or so many are taken. */
export async function takeAll({
  reviewers,
  take,
  seconds,
  claims = Number.POSITIVE_INFINITY,
}: {
  reviewers: readonly Actor[];
  take: Take;
  seconds: number;
  claims?: number;
}): Promise<Taking> {
  const taking: Taking = { ids: [], tries: 0, ms: [], seconds: 0 };
  const begun = performance.now();
  const isOver = () => performance.now() - begun > seconds * 1_000 || taking.ids.length >= claims;
  await Promise.all(
    reviewers.map(async (actor) => {
      let since = performance.now();
      while (!isOver()) {
        taking.tries += 1;
        const id = await take(actor);
        if (id === null) continue;
        taking.ids.push(id);
        taking.ms.push(performance.now() - since);
        since = performance.now();
      }
    }),
  );
  taking.seconds = (performance.now() - begun) / 1_000;
  return taking;
}

const LATER = new Date("2099-01-01T00:00:00Z");

/** What the product does. */
export async function takeOurs(): Promise<Take> {
  const { takeNext } = await import("#lib/reviews/commands.ts");
  return async (actor) => (await takeNext({ actor, now: new Date() })).claimId;
}

/** The bare statement, prepared, over a connection for each taker: what Postgres can do when nothing else is done. */
export async function takeBare(connectionString: string, takers: number) {
  const pool = new pg.Pool({ connectionString, max: takers });
  const take: Take = async (actor) => {
    const { rows } = await pool.query<{ id: string }>({
      name: "take",
      text: BARE,
      values: [actor.id],
    });
    return rows[0]?.id ?? null;
  };
  return { take, end: () => pool.end() };
}

/** The same by pgbench, which does nothing else at all. What it took is not told: `ids` are empty places. */
export async function takeByPgbench(
  url: string,
  { reviewers, seconds }: { reviewers: readonly Actor[]; seconds: number },
): Promise<Taking> {
  const ids = reviewers.map(({ id }) => id);
  const { rate, ms } = await pgbench(url, { statement: BARE, ids, clients: ids.length, seconds });
  return { ids: ms.map(() => ""), tries: ms.length, ms, seconds: ms.length / rate };
}

const BARE = `
  WITH next AS (
    SELECT claim_id FROM queue_entries WHERE lease_holder_id IS NULL AND assignee_id IS NULL
    ORDER BY -priority, coalesce(due_at, 'infinity'::timestamptz), stands_from, claim_id
    LIMIT 1 FOR UPDATE SKIP LOCKED
  )
  UPDATE queue_entries q SET lease_holder_id = $1, lease_expires_at = '2099-01-01Z' FROM next
  WHERE q.claim_id = next.claim_id RETURNING q.claim_id AS id`;

/** The usual way with Prisma: find one, then update it where it is still free; try again when somebody was faster. */
export async function takeByFinding(): Promise<Take> {
  const { db } = await import("#lib/db/client.ts");
  return async (actor) => {
    const found = await db.queueEntry.findFirst({
      where: { leaseHolderId: null },
      orderBy: [{ priority: "desc" }, { dueAt: { sort: "asc", nulls: "last" } }, { standsFrom: "asc" }],
      select: { claimId: true },
    });
    if (!found) return null;
    const { count } = await db.queueEntry.updateMany({
      where: { claimId: found.claimId, leaseHolderId: null },
      data: { leaseHolderId: actor.id, leaseExpiresAt: LATER },
    });
    return count > 0 ? found.claimId : null;
  };
}
