import type { TestProject } from "vitest/node";
import { execute, migrate, withClient } from "./lib/database.ts";
import { startThrowawayPostgres } from "./lib/throwaway.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A migrated database without rows: what each file of tests gets a copy of, named after it. */
    templateUrl: string;
  }
}

/** Before the database tests: a server, and on it one migrated database. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const template = `proofmark_test_${process.pid}`;
  const { url, stop } = await testServer(template);
  await execute(url("postgres"), [`CREATE DATABASE ${template}`]);
  await migrate(url(template));
  provide("templateUrl", url(template));
  return stop;
}

/** A Postgres of this run's own; or the one that DATABASE_URL_TEST names, which is left as it was. */
async function testServer(template: string) {
  const given = process.env.DATABASE_URL_TEST;
  if (!given) return await startThrowawayPostgres();
  const url = (database: string) => Object.assign(new URL(given), { pathname: `/${database}` }).href;
  return { url, stop: () => dropAll(url("postgres"), template) };
}

function dropAll(server: string, prefix: string): Promise<void> {
  return withClient(server, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      "SELECT datname AS name FROM pg_database WHERE starts_with(datname, $1)",
      [prefix],
    );
    for (const { name } of rows) await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
  });
}
