import { db, pool } from "./client.ts";

/** How many jobs wait, run or have failed, by their name; those done are not counted. */
export function countJobs(): Promise<{ job: string; state: string; count: number }[]> {
  return db.$queryRaw`
    SELECT name AS job, state::text AS state, count(*)::int AS count FROM pgboss.job
    WHERE state IN ('created', 'retry', 'active', 'failed') GROUP BY name, state`;
}

/** The connections of this process's pool: all, those idle, and how many questions wait for one. */
export function countConnections(): { total: number; idle: number; waiting: number } {
  const { totalCount, idleCount, waitingCount } = pool();
  return { total: totalCount, idle: idleCount, waiting: waitingCount };
}
