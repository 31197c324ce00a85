import pg from "pg";
import { afterAll, inject } from "vitest";
import { db } from "#lib/db/client.ts";
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

afterAll(async () => {
  await stopSending();
  await db.$disconnect();
  // The next file in this process has a database of its own.
  delete (globalThis as { proofmarkDb?: unknown }).proofmarkDb;
});
