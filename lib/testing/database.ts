import pg from "pg";
import { afterAll, inject } from "vitest";
import { db, pool } from "#lib/db/client.ts";
import { stopSending } from "#lib/jobs/queue.ts";

// Set-up of every file of database tests: a fresh copy of the migrated database, named after the worker running it.

const template = new URL(inject("templateUrl"));
const own = `${template.pathname.slice(1)}_${process.env.VITEST_POOL_ID}`;

const client = new pg.Client({
  connectionString: Object.assign(new URL(template), { pathname: "/postgres" }).href,
});
await client.connect();
await client.query(`DROP DATABASE IF EXISTS ${own} WITH (FORCE)`);
await client.query(`CREATE DATABASE ${own} TEMPLATE ${template.pathname.slice(1)}`);
await client.end();

process.env.DATABASE_URL = Object.assign(template, { pathname: `/${own}` }).href;

/**
 * Prisma lets go of its connections without waiting until they are closed, and one that never asked anything of none: the
 * next file in this process, whose database takes the place of this one, would break them.
 */
async function closeConnections(): Promise<void> {
  const connections = pool();
  let open = connections.totalCount;
  const closed = new Promise<void>((resolve) => {
    if (open === 0) resolve();
    connections.on("remove", () => {
      open -= 1;
      if (open === 0) resolve();
    });
  });
  await db.$disconnect();
  if (!connections.ending) await connections.end();
  await closed;
}

afterAll(async () => {
  await stopSending();
  await closeConnections();
  // The next file in this process has a database of its own.
  delete (globalThis as { proofmarkDb?: unknown }).proofmarkDb;
});
