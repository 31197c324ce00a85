import { fromPrisma, PgBoss, systemClock } from "pg-boss";
import type { Tx } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";
import { HABITS, JOB_NAMES, type JobName, type JobPayload, parsePayload, TIMETABLE } from "./definitions.ts";

/**
 * Adds a job inside the caller's transaction: it exists if, and only if, the change that asked for it does.
 * Throws when the payload is not the job's own, or when the queue is not installed. `key`: what an exclusive queue
 * tells its jobs apart by.
 */
export async function enqueue<Name extends JobName>(
  tx: Tx,
  name: Name,
  payload: JobPayload<Name>,
  { key }: { key?: string } = {},
): Promise<void> {
  const queue = await sender();
  const options = { db: fromPrisma(tx), ...(key !== undefined && { singletonKey: key }) };
  await queue.send(name, parsePayload(name, payload), options);
}

/** Creates the queue's tables, queues and timetable, or brings them up to date. Once per release, before any job. */
export async function installQueue({ connectionString }: { connectionString: string }): Promise<void> {
  const queue = new PgBoss({ ...QUIET, connectionString, max: 1 });
  await queue.start();
  for (const name of JOB_NAMES) await queue.createQueue(name, HABITS.get(name));
  for (const [name, cron] of TIMETABLE) await queue.schedule(name, cron, {});
  const timed = new Set<string>(TIMETABLE.keys());
  for (const { name } of await queue.getSchedules()) if (!timed.has(name)) await queue.unschedule(name);
  await queue.stop({ graceful: false });
}

/** No timetable and no housekeeping: those are the worker's. */
const QUIET = { supervise: false, schedule: false, registerInstance: false };

let sending: Promise<PgBoss> | undefined;

/** Knows the queues; jobs themselves go through the caller's transaction. */
function sender(): Promise<PgBoss> {
  sending ??= startSender().catch((error: unknown) => {
    sending = undefined; // the next one tries again
    throw error;
  });
  return sending;
}

/** Lets go of what jobs were sent through, and of its connection; the next job sent makes another. */
export async function stopSending(): Promise<void> {
  const queue = await sending;
  sending = undefined;
  await queue?.stop({ graceful: false });
}

function startSender(): Promise<PgBoss> {
  const pool = { connectionString: env.DATABASE_URL, max: 1, allowExitOnIdle: true };
  // No timer of its own may keep a script from ending either.
  const clock = {
    ...systemClock,
    setInterval: (run: () => void, ms: number) => setInterval(run, ms).unref(),
  };
  const queue = new PgBoss({ ...QUIET, ...pool, clock, migrate: false });
  queue.on("error", (error) => log.error({ err: error }, "queue error"));
  return queue.start();
}
