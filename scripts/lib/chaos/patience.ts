import { setTimeout as pause } from "node:timers/promises";

/** Milliseconds: between two tries, and how long a database may be away. */
const PAUSE = 100;
const PATIENCE = 60_000;

/** Does what needs the database again and again until it is back. Throws what went wrong last. */
export async function patiently<Result>(work: () => Promise<Result>): Promise<Result> {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await pause(PAUSE);
    }
  }
}
