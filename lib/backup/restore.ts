import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { storage } from "#lib/storage/installation.ts";
import { Digesting, rowsOf, sha256Of } from "./digest.ts";
import { enqueueAgain, waitingJobs } from "./jobs.ts";
import { type Manifest, readManifest } from "./manifest.ts";
import { inTransaction, listed, quoted, sequencesOf, type Table, tablesOf } from "./tables.ts";
import { appliedMigrations } from "./write.ts";

type Place = { connectionString: string; folder: string };

/**
 * Fills a database that has the backup's migrations and nobody in it with the backup's rows, and the storage with its
 * files. The rows come all or none. What refers to what is checked when everything is there, as every trigger is silent
 * meanwhile: the rows are what they were, not made anew. Throws when a hash is not the manifest's.
 */
export async function restoreBackup({ connectionString, folder }: Place): Promise<Manifest> {
  const manifest = await readManifest(folder);
  await restoreFiles(manifest, folder);
  await inTransaction(connectionString, "ISOLATION LEVEL READ COMMITTED", async (client) => {
    const applied = await appliedMigrations(client);
    if (applied.join() !== manifest.migrations.join()) {
      throw new Error("The database has other migrations than the backup");
    }
    const { rows: members } = await client.query("SELECT FROM members LIMIT 1");
    if (members.length > 0) throw new Error("The database is not empty: it has members");
    const tables = await tablesOf(client);
    const references = await referencesOf(client);
    for (const { table, name } of references) {
      await client.query(`ALTER TABLE ${quoted(table)} DROP CONSTRAINT ${quoted(name)}`);
    }
    for (const { name } of tables) await client.query(`ALTER TABLE ${quoted(name)} DISABLE TRIGGER USER`);
    for (const table of tables) await restoreRows(client, table, manifest, folder);
    for (const { name } of tables) await client.query(`ALTER TABLE ${quoted(name)} ENABLE TRIGGER USER`);
    for (const { table, name, definition } of references) {
      await client.query(`ALTER TABLE ${quoted(table)} ADD CONSTRAINT ${quoted(name)} ${definition}`);
    }
    for (const { name, last } of manifest.sequences) {
      await client.query("SELECT setval($1::regclass, $2::bigint)", [quoted(name), last]);
    }
  });
  return manifest;
}

/** Puts the backup's jobs in line. The queue is installed by then. */
export async function restoreJobs({ connectionString, folder }: Place): Promise<void> {
  await enqueueAgain(connectionString, await readFile(join(folder, "jobs.jsonl"), "utf8"));
}

async function restoreFiles({ files }: Manifest, folder: string): Promise<void> {
  for (const { key, sha256 } of files) {
    const bytes = await readFile(join(folder, "files", key));
    if (sha256Of(bytes) !== sha256) throw new Error(`${key} is not what was backed up`);
    await storage().put(key, bytes);
  }
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

async function restoreRows(
  client: pg.Client,
  table: Table,
  { tables }: Manifest,
  folder: string,
): Promise<void> {
  const { name, columns } = table;
  const expected = tables.find((known) => known.name === name);
  if (!expected) throw new Error(`The backup has no table ${name}`);
  // What migrations put there is in the backup too.
  await client.query(`DELETE FROM ${quoted(name)}`);
  const digesting = new Digesting();
  await pipeline(
    createReadStream(join(folder, "tables", `${name}.gz`)),
    createGunzip(),
    digesting,
    client.query(copyFrom(`COPY ${quoted(name)} (${listed(columns)}) FROM STDIN`)),
  );
  if (digesting.digest().sha256 !== expected.sha256)
    throw new Error(`The rows of ${name} are not what was backed up`);
}

/** What differs between a backup and what is there now, a sentence each: nothing, right after it was restored. */
export async function differences({ connectionString, folder }: Place): Promise<string[]> {
  const manifest = await readManifest(folder);
  const found: string[] = [];
  await inTransaction(connectionString, "ISOLATION LEVEL REPEATABLE READ, READ ONLY", async (client) => {
    const there = new Map((await tablesOf(client)).map((table) => [table.name, table]));
    for (const { name, rows, sha256 } of manifest.tables) {
      const table = there.get(name);
      there.delete(name);
      if (!table) {
        found.push(`table ${name} is not there`);
        continue;
      }
      const digesting = new Digesting();
      await pipeline(rowsOf(client, table), digesting.resume());
      const now = digesting.digest();
      if (now.rows !== rows) found.push(`table ${name} has ${now.rows} rows, not ${rows}`);
      else if (now.sha256 !== sha256) found.push(`table ${name} has other contents`);
    }
    for (const name of there.keys()) found.push(`table ${name} is not in the backup`);
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
