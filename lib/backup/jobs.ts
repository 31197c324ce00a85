import type pg from "pg";
import { PgBoss } from "pg-boss";

type Waiting = {
  id: string;
  name: string;
  data: object | null;
  priority: number;
  singletonKey: string | null;
  startAfter: string;
};

/** The jobs that wait or are being done, a line of JSON each. One under way is begun anew where it is restored. */
export async function waitingJobs(client: pg.Client): Promise<string> {
  const { rows } = await client.query<Waiting>(`
    SELECT id, name, data, priority, singleton_key AS "singletonKey",
      to_char(start_after AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "startAfter"
    FROM pgboss.job WHERE state IN ('created', 'retry', 'active') ORDER BY id`);
  return rows.map((row) => `${JSON.stringify(row)}\n`).join("");
}

/** Puts jobs in line again, on an installed queue. */
export async function enqueueAgain(connectionString: string, lines: string): Promise<void> {
  const jobs = lines
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Waiting);
  const queue = new PgBoss({ connectionString, max: 1, supervise: false, schedule: false, migrate: false });
  await queue.start();
  try {
    for (const { id, name, data, priority, singletonKey, startAfter } of jobs) {
      const job = {
        id,
        priority,
        startAfter,
        ...(data && { data }),
        ...(singletonKey !== null && { singletonKey }),
      };
      await queue.insert(name, [job]);
    }
  } finally {
    await queue.stop({ graceful: false });
  }
}
