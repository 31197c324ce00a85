import type { TestProject } from "vitest/node";
import { execute, migrate } from "./lib/database.ts";
import { startThrowawayPostgres } from "./lib/throwaway.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A migrated database without rows: what each file of tests gets a copy of. */
    templateUrl: string;
  }
}

/** Before the database tests: a server, and on it one migrated database. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const server = await testServer();
  const template = `proofmark_test_${process.pid}`;
  await execute(server.url("postgres"), [
    `DROP DATABASE IF EXISTS ${template}`,
    `CREATE DATABASE ${template}`,
  ]);
  await migrate(server.url(template));
  provide("templateUrl", server.url(template));
  return server.stop;
}

/** A Postgres of this run's own, or the one that DATABASE_URL_TEST names: there its databases stay behind. */
async function testServer() {
  const given = process.env.DATABASE_URL_TEST;
  if (!given) return await startThrowawayPostgres();
  const url = (database: string) => Object.assign(new URL(given), { pathname: `/${database}` }).href;
  return { url, stop: async () => {} };
}
