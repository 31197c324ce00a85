import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type Postgres, removePostgres, startPostgres } from "./postgres.ts";
import { DATA } from "./root.mjs";

/** Folders in .data/ of throwaway Postgres servers: the prefix, then the process that uses it. */
const PREFIX = "throwaway-";

/** For what nobody minds losing at a power cut: nothing needs to reach the disk. */
export const CARELESS = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

/** Where this run's Postgres may live, after removing those of runs that were killed. */
export async function throwawayHome(): Promise<string> {
  await removeLeftovers();
  return join(DATA, `${PREFIX}${process.pid}`);
}

/** Starts a Postgres for one test run. Stopping it removes it. */
export async function startThrowawayPostgres(): Promise<Postgres> {
  const home = await throwawayHome();
  const postgres = await startPostgres(home, CARELESS);
  return {
    ...postgres,
    async stop() {
      await postgres.stop();
      await removePostgres(home);
    },
  };
}

async function removeLeftovers(): Promise<void> {
  const names = existsSync(DATA) ? readdirSync(DATA) : [];
  for (const name of names.filter((name) => name.startsWith(PREFIX))) {
    if (!isAlive(Number(name.slice(PREFIX.length)))) await removePostgres(join(DATA, name));
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
