import { createWriteStream } from "node:fs";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type pg from "pg";
import { storage } from "#lib/storage/installation.ts";
import { Digesting, sha256Of } from "./digest.ts";
import type { Form } from "./forms.ts";
import { waitingJobs } from "./jobs.ts";
import { MANIFEST, type Manifest } from "./manifest.ts";
import { inTransaction, sequencesOf, tablesOf } from "./tables.ts";

/** For whoever makes the copy alone: it has everybody's addresses, and a backup what signs them in. */
const FOLDER = { recursive: true, mode: 0o700 } as const;
const FILE = { mode: 0o600 } as const;

/**
 * Copies database and files into a folder that is empty or not there, while everything goes on: the rows are those of
 * one moment, and files are never changed. Settings are in no copy. Throws when the folder has something in it.
 */
export async function writeCopy({
  connectionString,
  folder,
  form,
  now,
}: {
  connectionString: string;
  folder: string;
  form: Form;
  now: Date;
}): Promise<Manifest> {
  await mkdir(folder, FOLDER);
  if ((await readdir(folder)).length > 0) throw new Error(`${folder} is not empty`);
  const { keys, ...rows } = await inTransaction(
    connectionString,
    "ISOLATION LEVEL REPEATABLE READ, READ ONLY",
    (client) => writeRows(client, folder, form),
  );
  const files: Manifest["files"] = [];
  const absent: string[] = [];
  for (const key of keys) {
    const bytes = await storage().get(key);
    if (bytes === null) {
      absent.push(key);
      continue;
    }
    const file = join(folder, "files", key);
    await mkdir(dirname(file), FOLDER);
    await writeFile(file, bytes, FILE);
    files.push({ key, size: bytes.byteLength, sha256: sha256Of(bytes) });
  }
  const madeAt = form.name === "backup" ? { madeAt: now.toISOString() } : {};
  const manifest: Manifest = { format: 1, form: form.name, ...madeAt, ...rows, files, absent };
  await writeFile(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, FILE);
  return manifest;
}

async function writeRows(client: pg.Client, folder: string, form: Form) {
  const migrations = await appliedMigrations(client);
  const tables: Manifest["tables"] = [];
  for (const table of (await tablesOf(client)).filter(form.holds)) {
    const digesting = new Digesting();
    const path = join(folder, form.fileOf(table.name));
    await mkdir(dirname(path), FOLDER);
    const file = createWriteStream(path, FILE);
    if (form.isCompressed) {
      await pipeline(form.rowsOf(client, table), digesting, createGzip({ level: 6 }), file);
    } else {
      await pipeline(form.rowsOf(client, table), digesting, file);
    }
    tables.push({ name: table.name, ...digesting.digest() });
  }
  const jobs = await waitingJobs(client);
  await writeFile(join(folder, "jobs.jsonl"), jobs, FILE);
  const sequences = await sequencesOf(client);
  const { rows: keys } = await client.query<{ key: string }>(`
    SELECT storage_key AS key FROM snapshots WHERE storage_key IS NOT NULL
    UNION SELECT storage_key FROM documents UNION SELECT storage_key FROM stored_files ORDER BY 1`);
  return {
    migrations,
    tables,
    sequences,
    jobs: { count: jobs.split("\n").length - 1, sha256: sha256Of(jobs) },
    keys: keys.map(({ key }) => key),
  };
}

/** The migrations a database has, in their order. */
export async function appliedMigrations(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`
    SELECT migration_name AS name FROM _prisma_migrations
    WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`);
  return rows.map(({ name }) => name);
}
