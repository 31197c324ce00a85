import { execute, migrate } from "../database.ts";
import { freePort } from "../ports.mjs";
import { type Postgres, removePostgres, startPostgres } from "../postgres.ts";
import type { Service } from "../processes.ts";
import { startWeb, startWorker } from "../services.ts";
import type { Site } from "../settings.ts";
import { throwawayHome } from "../throwaway.ts";

export type Part = "web" | "worker" | "postgres";

/** The product on a machine on which everything can end at any time. */
export type Machine = {
  databaseUrl: string;
  /** Ends a part as it is, and starts it again as what supervises it would. */
  strike: (part: Part) => Promise<void>;
  stop: () => Promise<void>;
};

const DATABASE = "proofmark_chaos";

/** Milliseconds the services have to end in when all is over. */
const GRACE = 15_000;

/** Starts Postgres as it is run for real, which writes down what it has promised; then web server and worker. */
export async function startMachine(site: Site): Promise<Machine> {
  const home = await throwawayHome();
  const port = await freePort();
  const startDatabase = () => startPostgres(home, {}, port);
  let postgres: Postgres = await startDatabase();
  const databaseUrl = postgres.url(DATABASE);
  await execute(postgres.url("postgres"), [`CREATE DATABASE ${DATABASE}`]);
  await migrate(databaseUrl);
  const surroundings = { site, databaseUrl, mode: "production" } as const;
  const start = { web: () => startWeb(surroundings), worker: () => startWorker(surroundings) };
  const services: Record<"web" | "worker", Service> = { web: start.web(), worker: start.worker() };
  await Promise.all([services.web.ready, services.worker.ready]);

  return {
    databaseUrl,
    async strike(part) {
      if (part === "postgres") {
        await postgres.stop("immediate");
        postgres = await startDatabase();
        return;
      }
      await services[part].kill();
      services[part] = start[part]();
      await services[part].ready;
    },
    async stop() {
      await Promise.all([services.web.stop(GRACE), services.worker.stop(GRACE)]);
      await postgres.stop();
      await removePostgres(home);
    },
  };
}
