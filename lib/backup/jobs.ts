import type pg from "pg";
import { PgBoss } from "pg-boss";
import { z } from "zod";
import { jsonOf } from "./manifest.ts";

const waiting = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  data: z.looseObject({}).nullable(),
  priority: z.int(),
  singletonKey: z.string().nullable(),
  startAfter: z.iso.datetime(),
});

/** A job that waited, or was being done. */
export type WaitingJob = z.output<typeof waiting>;

/** The jobs that wait or are being done, a line of JSON each. One under way is begun anew where it is restored. */
export async function waitingJobs(client: pg.Client): Promise<string> {
  const { rows } = await client.query<WaitingJob>(`
    SELECT id, name, data, priority, singleton_key AS "singletonKey",
      to_char(start_after AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "startAfter"
    FROM pgboss.job WHERE state IN ('created', 'retry', 'active') ORDER BY id`);
  return rows.map((row) => `${JSON.stringify(row)}\n`).join("");
}

/** The jobs of a copy. Throws when a line is none. */
export function parseJobs(lines: string): WaitingJob[] {
  return lines
    .split("\n")
    .filter(Boolean)
    .map((line, at) => {
      const read = waiting.safeParse(jsonOf(line));
      if (!read.success) throw new Error(`Line ${at + 1} of jobs.jsonl is no job`);
      return read.data;
    });
}

/**
 * Puts jobs in line again, in the client's transaction, on an installed queue. One of a kind that this version does not
 * have any more stays away: nobody would do it.
 */
export async function enqueueAgain(client: pg.Client, jobs: readonly WaitingJob[]): Promise<void> {
  const db = { executeSql: (text: string, values?: unknown[]) => client.query(text, values) };
  const queue = new PgBoss({ db, supervise: false, schedule: false, migrate: false });
  await queue.start();
  try {
    const known = new Set((await queue.getQueues()).map(({ name }) => name));
    for (const { id, name, data, priority, singletonKey, startAfter } of jobs) {
      if (!known.has(name)) continue;
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
