import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import type pg from "pg";
import { z } from "zod";
import { storage } from "#lib/storage/installation.ts";
import { insistOnKey } from "#lib/storage/storage.ts";
import { Digesting, sha256Of } from "./digest.ts";
import { EXPORT, type Form } from "./forms.ts";
import { enqueueAgain, parseJobs, type WaitingJob, waitingJobs } from "./jobs.ts";
import { type Manifest, readManifest } from "./manifest.ts";
import { inTransaction, quoted, sequencesOf, tablesOf } from "./tables.ts";
import { appliedMigrations } from "./write.ts";

type Place = { connectionString: string; folder: string; form: Form };

/** A copy of which everything was read and is what its list of contents says. */
type CheckedCopy = { manifest: Manifest; jobs: readonly WaitingJob[] };

/** Reads a whole copy, and writes nothing. Throws when anything of it is missing or is not what was copied. */
export async function checkCopy({ folder, form }: Pick<Place, "folder" | "form">): Promise<CheckedCopy> {
  const manifest = await readManifest(folder, form.name);
  const lines = await readFile(join(folder, "jobs.jsonl"), "utf8").catch(() => null);
  if (lines === null) throw new Error(`The ${form.name} has no jobs.jsonl`);
  if (sha256Of(lines) !== manifest.jobs.sha256) throw new Error("The jobs are not what was copied");
  const jobs = parseJobs(lines);
  for (const { name } of manifest.tables) {
    const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
    await readRows({ folder, form, manifest, name, sink: nowhere });
  }
  for (const file of manifest.files) await bytesOf(file, folder);
  return { manifest, jobs };
}

/** Whether an export that was checked has an admin of this address whose login is on. */
export async function hasAdmin({ folder, email }: { folder: string; email: string }): Promise<boolean> {
  const lines = await readFile(join(folder, EXPORT.fileOf("members")), "utf8");
  return lines
    .split("\n")
    .filter(Boolean)
    .some((line) => {
      const member = memberRow.parse(JSON.parse(line));
      return member.email === email && member.role === "admin" && member.disabled_at === null;
    });
}

const memberRow = z.looseObject({ email: z.string(), role: z.string(), disabled_at: z.string().nullable() });

/** Writes nothing. Throws when somebody is in the database, or it has migrations the copy's had not. */
export async function insistOnRoom({
  connectionString,
  form,
  copy: { manifest },
}: Omit<Place, "folder"> & { copy: CheckedCopy }): Promise<void> {
  await inTransaction(connectionString, "ISOLATION LEVEL REPEATABLE READ, READ ONLY", async (client) => {
    const { rows } = await client.query<{ migrations: boolean; members: boolean }>(`
      SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS migrations,
        to_regclass('public.members') IS NOT NULL AS members`);
    if (rows[0]?.members) await insistOnNobody(client);
    const applied = rows[0]?.migrations ? await appliedMigrations(client) : [];
    if (applied.some((name) => !manifest.migrations.includes(name))) throw otherMigrations(form);
  });
}

async function insistOnNobody(client: pg.Client): Promise<void> {
  const { rows } = await client.query("SELECT FROM members LIMIT 1");
  if (rows.length > 0) throw new Error("The database is not empty: it has members");
}

const otherMigrations = (form: Form) =>
  new Error(`The database has other migrations than the ${form.name}: take an empty one`);

/**
 * Fills a database that has the copy's migrations, the queue and nobody in it with the copy's rows and jobs, and the
 * storage with its files: all or nothing. What refers to what is checked when everything is there, as every trigger is
 * silent meanwhile: the rows are what they were, not made anew. `admin`: whose password did not come along, with the hash
 * of a new one. Throws when a hash is not the manifest's.
 */
export async function restoreCopy({
  connectionString,
  folder,
  form,
  copy: { manifest, jobs },
  admin = null,
}: Place & { copy: CheckedCopy; admin?: { email: string; passwordHash: string } | null }): Promise<void> {
  await inTransaction(connectionString, "ISOLATION LEVEL READ COMMITTED", async (client) => {
    const applied = await appliedMigrations(client);
    if (applied.join() !== manifest.migrations.join()) throw otherMigrations(form);
    await insistOnNobody(client);
    const tables = await tablesOf(client);
    const references = await referencesOf(client);
    for (const { table, name } of references) {
      await client.query(`ALTER TABLE ${quoted(table)} DROP CONSTRAINT ${quoted(name)}`);
    }
    for (const { name } of tables) await client.query(`ALTER TABLE ${quoted(name)} DISABLE TRIGGER USER`);
    for (const table of tables) {
      // What migrations put there is in the copy too.
      if (form.holds(table)) await client.query(`DELETE FROM ${quoted(table.name)}`);
    }
    for (const table of tables.filter(form.holds)) {
      const sink = await form.sinkOf(client, table);
      await readRows({ folder, form, manifest, name: table.name, sink });
      await form.settle(client, table);
    }
    if (admin) await setPassword(client, admin);
    for (const { name } of tables) await client.query(`ALTER TABLE ${quoted(name)} ENABLE TRIGGER USER`);
    for (const { table, name, definition } of references) {
      await client.query(`ALTER TABLE ${quoted(table)} ADD CONSTRAINT ${quoted(name)} ${definition}`);
    }
    for (const { name, last } of manifest.sequences) {
      await client.query("SELECT setval($1::regclass, $2::bigint)", [quoted(name), last]);
    }
    await enqueueAgain(client, jobs);
    // Last, as it cannot be taken back; a file that nothing names harms nobody.
    for (const file of manifest.files) await storage().put(file.key, await bytesOf(file, folder));
  });
}

async function setPassword(
  client: pg.Client,
  { email, passwordHash }: { email: string; passwordHash: string },
): Promise<void> {
  const { rowCount } = await client.query(
    "UPDATE members SET password_hash = $1 WHERE email = $2 AND role = 'admin' AND disabled_at IS NULL",
    [passwordHash, email],
  );
  if (rowCount !== 1) throw new Error(`No admin has the address ${email}`);
}

/** A file's bytes, which are what the manifest says. */
async function bytesOf({ key, sha256 }: Manifest["files"][number], folder: string): Promise<Buffer> {
  insistOnKey(key); // it is about to be a path
  const bytes = await readFile(join(folder, "files", key));
  if (sha256Of(bytes) !== sha256) throw new Error(`The file ${key} is not what was copied`);
  return bytes;
}

type Reference = { table: string; name: string; definition: string };

async function referencesOf(client: pg.Client): Promise<Reference[]> {
  const { rows } = await client.query<Reference>(`
    SELECT t.relname AS table, c.conname AS name, pg_get_constraintdef(c.oid) AS definition
    FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid
    WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace AND c.conparentid = 0
    ORDER BY t.relname, c.conname`);
  return rows;
}

/** Brings a table's rows from the copy to `sink`, which has all of them before they turn out not to be what was copied. */
async function readRows({
  folder,
  form,
  manifest,
  name,
  sink,
}: Pick<Place, "folder" | "form"> & { manifest: Manifest; name: string; sink: Writable }): Promise<void> {
  const expected = manifest.tables.find((known) => known.name === name);
  if (!expected) throw new Error(`The ${form.name} has no table ${name}`);
  const digesting = new Digesting();
  const file = createReadStream(join(folder, form.fileOf(name)));
  const unpacked = form.isCompressed ? [createGunzip()] : [];
  try {
    await pipeline([file, ...unpacked, digesting, sink]);
  } catch (error) {
    // Neither zlib nor Postgres says whose rows they are.
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`The rows of ${name} cannot be brought back: ${why}`, { cause: error });
  }
  if (digesting.digest().sha256 !== expected.sha256) {
    throw new Error(`The rows of ${name} are not what was copied`);
  }
}

/** What differs between a copy and what is there now, a sentence each: nothing, right after it was brought back. */
export async function differences({ connectionString, folder, form }: Place): Promise<string[]> {
  const manifest = await readManifest(folder, form.name);
  const found: string[] = [];
  await inTransaction(connectionString, "ISOLATION LEVEL REPEATABLE READ, READ ONLY", async (client) => {
    const held = (await tablesOf(client)).filter(form.holds);
    const there = new Map(held.map((table) => [table.name, table]));
    for (const { name, rows, sha256 } of manifest.tables) {
      const table = there.get(name);
      there.delete(name);
      if (!table) {
        found.push(`table ${name} is not there`);
        continue;
      }
      const digesting = new Digesting();
      await pipeline(form.rowsOf(client, table), digesting.resume());
      const now = digesting.digest();
      if (now.rows !== rows) found.push(`table ${name} has ${now.rows} rows, not ${rows}`);
      else if (now.sha256 !== sha256) found.push(`table ${name} has other contents`);
    }
    for (const name of there.keys()) found.push(`table ${name} is not in the ${form.name}`);
    const sequences = new Map((await sequencesOf(client)).map(({ name, last }) => [name, last]));
    for (const { name, last } of manifest.sequences) {
      if (sequences.get(name) !== last) found.push(`sequence ${name} stands elsewhere`);
    }
    if (sha256Of(await waitingJobs(client)) !== manifest.jobs.sha256) found.push("other jobs wait");
  });
  for (const { key, sha256 } of manifest.files) {
    const bytes = await storage().get(key);
    if (bytes === null) found.push(`file ${key} is not there`);
    else if (sha256Of(bytes) !== sha256) found.push(`file ${key} has other contents`);
  }
  return found;
}
