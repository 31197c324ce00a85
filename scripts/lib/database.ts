import { createHmac } from "node:crypto";
import { readdirSync } from "node:fs";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { Postgres } from "./postgres.ts";
import { run } from "./processes.ts";
import { ROOT } from "./root.mjs";
import { Problem, step } from "./screen.mjs";

const MIGRATIONS = join(ROOT, "prisma/migrations");

/** Runs `work` on one connection. An address that cannot be reached is a Problem. */
export async function withClient<Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {}); // the query under way rejects with the same error
  try {
    await client.connect();
  } catch (error) {
    throw new Problem(`The database cannot be reached: ${error instanceof Error ? error.message : error}`);
  }
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Does the database have every migration, and the job queue? */
export function isMigrated(url: string): Promise<boolean> {
  return withClient(url, async (client) => {
    const tables = `SELECT to_regclass('_prisma_migrations') IS NOT NULL AND to_regclass('pgboss.version') IS NOT NULL AS ok`;
    const [installed] = (await client.query<{ ok: boolean }>(tables)).rows;
    if (!installed?.ok) return false;
    const { rows } = await client.query<{ name: string }>(
      "SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
    );
    const finished = new Set(rows.map(({ name }) => name));
    return migrationNames().every((name) => finished.has(name));
  });
}

function migrationNames(): string[] {
  return readdirSync(MIGRATIONS, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? entry.name : [],
  );
}

/** Applies the migrations that are missing and installs the job queue. */
export async function migrate(url: string): Promise<void> {
  await run(["node_modules/prisma/build/index.js", "migrate", "deploy"], { DATABASE_URL: url });
  const { installQueue } = await import("#lib/jobs/queue.ts");
  await installQueue({ connectionString: url });
}

/**
 * Applies just these migrations, as a backup had them, and installs the job queue. A Problem when one is not known: the backup is of a later version.
 */
export async function migrateTo(url: string, names: readonly string[]): Promise<void> {
  const known = new Set(migrationNames());
  const unknown = names.find((name) => !known.has(name));
  if (unknown !== undefined) throw new Problem(`This version does not know the migration ${unknown}.`);
  const folder = await mkdtemp(join(tmpdir(), "proofmark-migrations-"));
  try {
    for (const name of [...names, "migration_lock.toml"]) {
      await cp(join(MIGRATIONS, name), join(folder, name), { recursive: true });
    }
    const variables = { DATABASE_URL: url, MIGRATIONS_DIR: folder };
    await run(["node_modules/prisma/build/index.js", "migrate", "deploy"], variables);
    const { installQueue } = await import("#lib/jobs/queue.ts");
    await installQueue({ connectionString: url });
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Fills the database with the demo newsroom, through the product's own commands. */
export async function seed(url: string): Promise<void> {
  await run(["--conditions=react-server", "prisma/seed.ts"], { DATABASE_URL: url });
}

export type Newsroom = { isDemo: boolean; hasMembers: boolean };

/** What is in a migrated database. */
export function lookInto(url: string): Promise<Newsroom> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<Newsroom>(
      `SELECT EXISTS (SELECT FROM members) AS "hasMembers", EXISTS (SELECT FROM newsroom WHERE is_demo) AS "isDemo"`,
    );
    return rows[0] ?? { isDemo: false, hasMembers: false };
  });
}

/** The product's database on a Postgres of ours, and what it is called until it is whole. */
export const OWN_DATABASE = "proofmark";
const DRAFT = "proofmark_draft";

/**
 * Brings the product's database on a Postgres of ours up to date, filling one without members with the demo when
 * asked. A new one is made under another name and renamed, so that one cut short is simply made again.
 */
export async function prepareOwn(postgres: Postgres, { demo }: { demo: boolean }): Promise<string> {
  const url = postgres.url(OWN_DATABASE);
  const server = postgres.url("postgres");
  if (await exists(server, OWN_DATABASE)) {
    if (!(await isMigrated(url))) await step("Migrations", () => migrate(url));
    if (!demo || (await lookInto(url)).hasMembers) return url;
  }
  await makeOwn(postgres, async (draft) => {
    await step("Migrations", () => migrate(draft));
    if (demo) await step("Demo newsroom", () => seed(draft));
  });
  return url;
}

/** Makes the product's database anew: `fill` is given one under another name, which gets the right one when it is whole. */
export async function makeOwn<Result>(
  postgres: Postgres,
  fill: (draft: string) => Promise<Result>,
): Promise<Result> {
  const server = postgres.url("postgres");
  await execute(server, [`DROP DATABASE IF EXISTS ${DRAFT}`, `CREATE DATABASE ${DRAFT}`]);
  const result = await fill(postgres.url(DRAFT));
  await execute(server, [
    `DROP DATABASE IF EXISTS ${OWN_DATABASE}`,
    `ALTER DATABASE ${DRAFT} RENAME TO ${OWN_DATABASE}`,
  ]);
  return result;
}

/**
 * Brings a database that was given up to date. It is filled only when that was asked for, and only when empty. `owner`:
 * the address of the role that owns the tables, when that is not the one the application works by.
 */
export async function prepareGiven(
  url: string,
  { demo, owner = url }: { demo: boolean; owner?: string | undefined },
): Promise<void> {
  if (!(await isMigrated(owner))) await step("Migrations", () => migrate(owner));
  if (owner !== url) await admit(owner, decodeURIComponent(new URL(url).username));
  if (demo && !(await lookInto(url)).hasMembers) await step("Demo newsroom", () => seed(url));
}

/** The role that the application works by on a Postgres of ours. */
const APPLICATION = "proofmark_app";

/**
 * Gives the address by which the application works on a migrated database of ours: of a role that may read and write
 * what the product needs, and change neither the tables nor what is in the audit log. It is made when it is not there.
 */
export async function asApplication(url: string): Promise<string> {
  const address = new URL(url);
  const password = createHmac("sha256", address.password).update(APPLICATION).digest("hex");
  await withClient(url, async (client) => {
    const { rowCount } = await client.query("SELECT FROM pg_roles WHERE rolname = $1", [APPLICATION]);
    const verb = rowCount === 1 ? "ALTER" : "CREATE";
    await client.query(`${verb} ROLE ${APPLICATION} LOGIN NOINHERIT PASSWORD '${password}'`);
  });
  await admit(url, APPLICATION);
  return Object.assign(address, { username: APPLICATION, password }).href;
}

/** What the application may do, asked of the owner's connection. What it may not: docs/audit.md. */
async function admit(owner: string, name: string): Promise<void> {
  const role = pg.escapeIdentifier(name);
  const rows = "SELECT, INSERT, UPDATE, DELETE";
  await execute(owner, [
    `GRANT USAGE ON SCHEMA public, pgboss TO ${role}`,
    `GRANT ${rows} ON ALL TABLES IN SCHEMA public, pgboss TO ${role}`,
    `GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA public, pgboss TO ${role}`,
    `ALTER DEFAULT PRIVILEGES IN SCHEMA public, pgboss GRANT ${rows} ON TABLES TO ${role}`,
    `ALTER DEFAULT PRIVILEGES IN SCHEMA public, pgboss GRANT USAGE, SELECT, UPDATE ON SEQUENCES TO ${role}`,
    `REVOKE UPDATE, DELETE, TRUNCATE, TRIGGER ON audit_events FROM ${role}`,
    `REVOKE INSERT, UPDATE, DELETE, TRUNCATE, TRIGGER ON audit_links FROM ${role}`,
    `REVOKE INSERT, UPDATE, DELETE, TRUNCATE, TRIGGER ON audit_erasures FROM ${role}`,
    `REVOKE UPDATE, DELETE, TRUNCATE, TRIGGER ON audit_heads FROM ${role}`,
    `REVOKE INSERT, UPDATE, DELETE, TRUNCATE, TRIGGER ON _prisma_migrations FROM ${role}`,
  ]);
}

/** Does this server have a database of that name? */
export function exists(server: string, name: string): Promise<boolean> {
  return withClient(server, async (client) => {
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [name]);
    return rowCount === 1;
  });
}

/** Runs statements one by one, outside a transaction: making and dropping databases allows none. */
export function execute(url: string, statements: readonly string[]): Promise<void> {
  return withClient(url, async (client) => {
    for (const statement of statements) await client.query(statement);
  });
}
