import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Manifest } from "#lib/backup/manifest.ts";
import { claim } from "../claim.mjs";
import { exists, lookInto, makeOwn, migrate, migrateTo, OWN_DATABASE } from "../database.ts";
import { runningPostgres, startPostgres } from "../postgres.ts";
import { Problem } from "../screen.mjs";
import { OWN_POSTGRES } from "../site.ts";
import { onDatabase, prepareCode, type Said, setSettings, textOf, type Values } from "./command-line.ts";

/** Copies everything, while it runs. */
export const backup = {
  summary: "copies database and files into a folder, also while the product runs",
  options: { to: { type: "string", hint: "the folder, empty or not there", isNeeded: true } },
  run: write,
} as const;

/** Brings everything back. */
export const restore = {
  summary: "brings a backup back, into a database in which nobody is",
  options: { from: { type: "string", hint: "the backup's folder", isNeeded: true } },
  run: bringBack,
} as const;

async function write(values: Values): Promise<Said> {
  const folder = resolve(textOf(values, "to"));
  return onDatabase(async () => {
    const { writeBackup } = await import("#lib/backup/write.ts");
    const connectionString = process.env.DATABASE_URL ?? "";
    const manifest = await plainly(() => writeBackup({ connectionString, folder, now: new Date() }));
    const { absent, rows, files } = summed(manifest);
    const missing = absent === 0 ? [] : [`${absent} files the database names were not in the storage.`];
    return {
      json: { folder, madeAt: manifest.madeAt, rows, files, absent: manifest.absent },
      lines: [`${rows} rows and ${files} files are in ${folder}.`, ...missing],
    };
  });
}

async function bringBack(values: Values): Promise<Said> {
  const folder = resolve(textOf(values, "from"));
  if (!existsSync(folder)) throw new Problem(`There is no folder ${folder}.`);
  await prepareCode();
  const { readManifest } = await import("#lib/backup/manifest.ts");
  const manifest = await plainly(() => readManifest(folder));
  // Where the application works by a role of its own, the owner of the tables fills them.
  const given = process.env.MIGRATE_DATABASE_URL || process.env.DATABASE_URL;
  const found = given ? await fill(given, { folder, manifest }) : await fillOwn({ folder, manifest });
  const { rows, files } = summed(manifest);
  return {
    json: { folder, madeAt: manifest.madeAt, rows, files, differences: found },
    lines:
      found.length > 0
        ? found
        : [`${rows} rows and ${files} files of ${manifest.madeAt} are back, and all are what they were.`],
    failed: found.length > 0,
  };
}

type Backup = { folder: string; manifest: Manifest };

/** Our own Postgres gets the database under another name, and the right one when it is whole. */
async function fillOwn(backup: Backup): Promise<string[]> {
  if (runningPostgres(OWN_POSTGRES, OWN_DATABASE)) throw new Problem("The product runs: stop it first.");
  await claim("data");
  const postgres = await startPostgres(OWN_POSTGRES);
  try {
    const isThere = await exists(postgres.url("postgres"), OWN_DATABASE);
    if (isThere && (await lookInto(postgres.url(OWN_DATABASE))).hasMembers) {
      throw new Problem(`There are members in the database. Move ${OWN_POSTGRES} away first.`);
    }
    return await makeOwn(postgres, (draft) => fill(draft, backup));
  } finally {
    await postgres.stop();
  }
}

/** Fills an empty database: first what the backup's version had, then what came since. Gives what differs. */
async function fill(connectionString: string, { folder, manifest }: Backup): Promise<string[]> {
  setSettings(connectionString);
  const { differences, restoreBackup, restoreJobs } = await import("#lib/backup/restore.ts");
  await migrateTo(connectionString, manifest.migrations);
  return plainly(async () => {
    await restoreBackup({ connectionString, folder });
    await restoreJobs({ connectionString, folder });
    const found = await differences({ connectionString, folder });
    await migrate(connectionString);
    return found;
  });
}

function summed({ tables, files, absent }: Manifest) {
  return {
    rows: tables.reduce((sum, { rows }) => sum + rows, 0),
    files: files.length,
    absent: absent.length,
  };
}

/** What went wrong is a sentence for whoever keeps the machine, not a fault of the program. */
async function plainly<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw new Problem(error instanceof Error ? `${error.message}.` : String(error));
  }
}
