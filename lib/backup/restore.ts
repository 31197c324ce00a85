import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import type pg from "pg";
import { storage } from "#lib/storage/installation.ts";
import { insistOnKey } from "#lib/storage/storage.ts";
import { Digesting, sha256Of } from "./digest.ts";
import type { Form } from "./forms.ts";
import { enqueueAgain, waitingJobs } from "./jobs.ts";
import { type Manifest, readManifest } from "./manifest.ts";
import { inTransaction, quoted, sequencesOf, type Table, tablesOf } from "./tables.ts";
import { appliedMigrations } from "./write.ts";

type Place = { connectionString: string; folder: string; form: Form };

/**
 * Fills a database that has the copy's migrations and nobody in it with the copy's rows, and the storage with its
 * files: all or nothing. What refers to what is checked when everything is there, as every trigger is silent
 * meanwhile: the rows are what they were, not made anew. Throws when a hash is not the manifest's.
 */
export async function restoreCopy({ connectionString, folder, form }: Place): Promise<Manifest> {
  const manifest = await readManifest(folder, form.name);
  for (const file of manifest.files) await bytesOf(file, folder);
  await inTransaction(connectionString, "ISOLATION LEVEL READ COMMITTED", async (client) => {
    const applied = await appliedMigrations(client);
    if (applied.join() !== manifest.migrations.join()) {
      throw new Error(`The database has other migrations than the ${form.name}`);
    }
    const { rows: members } = await client.query("SELECT FROM members LIMIT 1");
    if (members.length > 0) throw new Error("The database is not empty: it has members");
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
      await restoreRows({ client, table, manifest, folder, form });
    }
    for (const { name } of tables) await client.query(`ALTER TABLE ${quoted(name)} ENABLE TRIGGER USER`);
    for (const { table, name, definition } of references) {
      await client.query(`ALTER TABLE ${quoted(table)} ADD CONSTRAINT ${quoted(name)} ${definition}`);
    }
    for (const { name, last } of manifest.sequences) {
      await client.query("SELECT setval($1::regclass, $2::bigint)", [quoted(name), last]);
    }
    // Last, as it cannot be taken back; a file that nothing names harms nobody.
    for (const file of manifest.files) await storage().put(file.key, await bytesOf(file, folder));
  });
  return manifest;
}

/** Puts the copy's jobs in line. The queue is installed by then. */
export async function restoreJobs({
  connectionString,
  folder,
}: Pick<Place, "connectionString" | "folder">): Promise<void> {
  await enqueueAgain(connectionString, await readFile(join(folder, "jobs.jsonl"), "utf8"));
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

async function restoreRows({
  client,
  table,
  manifest,
  folder,
  form,
}: {
  client: pg.Client;
  table: Table;
  manifest: Manifest;
  folder: string;
  form: Form;
}): Promise<void> {
  const { name } = table;
  const expected = manifest.tables.find((known) => known.name === name);
  if (!expected) throw new Error(`The ${form.name} has no table ${name}`);
  const digesting = new Digesting();
  const file = createReadStream(join(folder, form.fileOf(name)));
  const sink = await form.sinkOf(client, table);
  if (form.isCompressed) await pipeline(file, createGunzip(), digesting, sink);
  else await pipeline(file, digesting, sink);
  if (digesting.digest().sha256 !== expected.sha256) {
    throw new Error(`The rows of ${name} are not what was copied`);
  }
  await form.settle(client, table);
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
