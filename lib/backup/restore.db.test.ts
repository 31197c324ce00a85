import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import pg from "pg";
import { afterEach, beforeEach, expect, inject, test, vi } from "vitest";
import { db } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { makeClaim, makeDocument, makeMember } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { readManifest } from "./manifest.ts";
import { differences, restoreBackup, restoreJobs } from "./restore.ts";
import { writeBackup } from "./write.ts";

beforeEach(resetDb);

let stack = new AsyncDisposableStack();
afterEach(async () => {
  await stack.disposeAsync();
  stack = new AsyncDisposableStack();
});

const now = new Date("2026-03-01T10:00:00Z");
const here = () => process.env.DATABASE_URL ?? "";

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), "proofmark-backup-"));
  stack.defer(() => rm(made, { recursive: true }));
  return made;
}

/** A migrated database without anything, and an empty folder of files. */
async function emptyPlace(): Promise<string> {
  const template = new URL(inject("templateUrl"));
  const name = `${template.pathname.slice(1)}_restored_${process.env.VITEST_POOL_ID}`;
  const client = new pg.Client({
    connectionString: Object.assign(new URL(template), { pathname: "/postgres" }).href,
  });
  await client.connect();
  stack.defer(() => client.end());
  await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${name} TEMPLATE ${template.pathname.slice(1)}`);
  stack.defer(async () => {
    await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
  });
  vi.stubEnv("FILES_DIR", await folder());
  return Object.assign(new URL(template), { pathname: `/${name}` }).href;
}

/** Words that a careless copy loses: what COPY escapes, another script, nothing, and lines of their own. */
const AWKWARD = "Tabs\tand\\backslashes, \\N, “quotes”, العربية 👩🏽‍🚀\nand a second line";

async function somethingThere() {
  const claim = await makeClaim({ statement: AWKWARD.replaceAll("\n", " "), topics: ["Tax, \\N"] });
  const bytes = new TextEncoder().encode(`${AWKWARD} ${crypto.randomUUID()}`);
  await makeDocument({ actor: claim.author, claimId: claim.id, bytes });
  await db.$transaction((tx) => enqueue(tx, "notifications.sweep", {}));
  return claim;
}

test("what was backed up while people worked is there again, to the byte, and can be backed up the same", async () => {
  const { author } = await somethingThere();
  const target = await folder();
  let isOver = false;
  const others = [1, 2, 3].map(async () => {
    for (let made = 0; made === 0 || !isOver; made += 1) await makeClaim({ author });
  });
  const made = await writeBackup({ connectionString: here(), folder: target, now });
  isOver = true;
  await Promise.all(others);
  expect(made.absent).toEqual([]);
  expect(made.files.length).toBeGreaterThan(0);
  expect(made.jobs.count).toBeGreaterThan(0);
  expect(await readManifest(target)).toEqual(made);

  const connectionString = await emptyPlace();
  await restoreBackup({ connectionString, folder: target });
  await restoreJobs({ connectionString, folder: target });
  expect(await differences({ connectionString, folder: target })).toEqual([]);

  const again = await folder();
  await writeBackup({ connectionString, folder: again, now });
  for (const name of await readdir(join(target, "tables"))) {
    expect(await readFile(join(again, "tables", name)), name).toEqual(
      await readFile(join(target, "tables", name)),
    );
  }
  expect(await readFile(join(again, "manifest.json"))).toEqual(await readFile(join(target, "manifest.json")));

  // Nothing goes on from an old number, and what refers to nothing is refused as ever.
  const client = new pg.Client({ connectionString });
  await client.connect();
  stack.defer(() => client.end());
  const { rows } = await client.query<{ next: boolean }>(
    "SELECT nextval('audit_events_seq_seq') > (SELECT max(seq) FROM audit_events) AS next",
  );
  expect(rows).toEqual([{ next: true }]);
  await expect(client.query("UPDATE claims SET article_id = gen_random_uuid()")).rejects.toThrow(
    /foreign key|violates/,
  );
  await expect(client.query("DELETE FROM audit_events")).rejects.toThrow();
});

test("a backup that was changed is refused, and nothing of it is kept", async () => {
  await somethingThere();
  const target = await folder();
  await writeBackup({ connectionString: here(), folder: target, now });
  const file = join(target, "tables", "claims.gz");
  await writeFile(
    file,
    gzipSync(
      gunzipSync(await readFile(file))
        .toString("utf8")
        .replace("Tabs", "Tubs"),
    ),
  );
  const connectionString = await emptyPlace();
  await expect(restoreBackup({ connectionString, folder: target })).rejects.toThrow("The rows of claims");
  const found = await differences({ connectionString, folder: target });
  expect(found).toContainEqual(expect.stringMatching(/^table members has 0 rows/));
});

test("it is restored only where nobody is, and only from a whole backup", async () => {
  await makeMember();
  const target = await folder();
  await writeBackup({ connectionString: here(), folder: target, now });
  await expect(restoreBackup({ connectionString: here(), folder: target })).rejects.toThrow("it has members");
  await expect(writeBackup({ connectionString: here(), folder: target, now })).rejects.toThrow(
    "is not empty",
  );
  await rm(join(target, "manifest.json"));
  await expect(restoreBackup({ connectionString: here(), folder: target })).rejects.toThrow(
    "no whole backup",
  );
  expect(env.FILES_DIR).not.toBe(target);
});

test("what differs is named", async () => {
  const claim = await somethingThere();
  const target = await folder();
  await writeBackup({ connectionString: here(), folder: target, now });
  expect(await differences({ connectionString: here(), folder: target })).toEqual([]);
  await db.claim.update({ where: { id: claim.id }, data: { statement: "Other" }, select: { id: true } });
  await makeMember();
  const found = await differences({ connectionString: here(), folder: target });
  expect(found).toContainEqual("table claims has other contents");
  expect(found).toContainEqual(expect.stringMatching(/^table members has \d+ rows, not \d+$/));
});
