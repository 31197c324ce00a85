import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { afterEach, beforeEach, expect, inject, test, vi } from "vitest";
import { verifyChains } from "#lib/audit/verify.ts";
import { NOBODYS_HASH } from "#lib/auth/nobodys-hash.ts";
import { hashPassword } from "#lib/auth/passwords.ts";
import { db } from "#lib/db/client.ts";
import { PrismaClient } from "#lib/db/generated/client.ts";
import { env } from "#lib/env.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { openSession } from "#lib/members/commands.ts";
import { makeClaim, makeDocument, makeMember } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { createToken } from "#lib/tokens/commands.ts";
import { BACKUP, EXPORT, shownColumns } from "./forms.ts";
import { readManifest } from "./manifest.ts";
import { differences, restoreCopy, restoreJobs } from "./restore.ts";
import { writeCopy } from "./write.ts";

beforeEach(resetDb);

/** Sound like secrets and are none: public hashes, names of things, and the salts without which no event is proven. */
const HARMLESS = [
  "audit_events.actor_salt",
  "audit_events.data_salt",
  "audit_events.token_id",
  "audit_events.token_name",
  "audit_heads.hash",
  "audit_links.hash",
  "check_files.sha256",
  "documents.sha256",
  "originals.sha256",
  "revisions.sha256",
  "snapshots.document_sha256",
  "snapshots.sha256",
];

function isExported(column: string): boolean {
  const [table = "", name = ""] = column.split(".");
  const all = { name: table, columns: [name], order: [] };
  return EXPORT.holds(all) && shownColumns(all).includes(name);
}

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

/** Paths of all files in a folder. */
async function filesIn(place: string): Promise<string[]> {
  const entries = await readdir(place, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(place, join(entry.parentPath, entry.name)))
    .toSorted();
}

async function somethingThere() {
  const claim = await makeClaim({ statement: AWKWARD.replaceAll("\n", " "), topics: ["Tax, \\N"] });
  const bytes = new TextEncoder().encode(`${AWKWARD} ${crypto.randomUUID()}`);
  await makeDocument({ actor: claim.author, claimId: claim.id, bytes });
  await db.$transaction((tx) => enqueue(tx, "notifications.sweep", {}));
  return claim;
}

test.each([BACKUP, EXPORT])(
  "a $name made while people worked is there again, to the byte, and can be made the same",
  async (form) => {
    const { author } = await somethingThere();
    const target = await folder();
    let isOver = false;
    const others = [1, 2, 3].map(async () => {
      for (let made = 0; made === 0 || !isOver; made += 1) await makeClaim({ author });
    });
    const made = await writeCopy({ connectionString: here(), folder: target, form, now });
    isOver = true;
    await Promise.all(others);
    expect(made.absent).toEqual([]);
    expect(made.files.length).toBeGreaterThan(0);
    expect(made.jobs.count).toBeGreaterThan(0);
    expect(await readManifest(target, form.name)).toEqual(made);

    const connectionString = await emptyPlace();
    await restoreCopy({ connectionString, folder: target, form });
    await restoreJobs({ connectionString, folder: target });
    expect(await differences({ connectionString, folder: target, form })).toEqual([]);
    const there = new PrismaClient({ adapter: new PrismaPg({ connectionString }) });
    stack.defer(() => there.$disconnect());
    const events = made.tables.find(({ name }) => name === "audit_events")?.rows;
    expect(await verifyChains({ db: there })).toMatchObject({ events, findings: [] });

    const again = await folder();
    await writeCopy({ connectionString, folder: again, form, now });
    const written = await filesIn(target);
    expect(await filesIn(again)).toEqual(written);
    expect(written.length).toBeGreaterThan(made.files.length + 20);
    for (const path of written) {
      expect(await readFile(join(again, path)), path).toEqual(await readFile(join(target, path)));
    }

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
  },
);

test("an export comes with its history, and with nothing that signs anybody in", async () => {
  const { author } = await somethingThere();
  await db.member.update({
    where: { id: author.id },
    data: { passwordHash: await hashPassword("a good long password") },
    select: { id: true },
  });
  const asked = { name: "ci", scopes: ["read" as const], days: null };
  const { token } = await createToken({ actor: author, memberId: author.id, now, ...asked });
  await openSession({ actor: author, by: "password", userAgent: "Secret browser", now });
  const target = await folder();
  await writeCopy({ connectionString: here(), folder: target, form: EXPORT, now });
  const texts = await Promise.all(
    (await filesIn(target)).map((path) => readFile(join(target, path), "latin1")),
  );
  const hash = createHash("sha256").update(token).digest("hex");
  for (const secret of ["argon2", "Secret browser", hash]) {
    expect(texts.filter((text) => text.includes(secret))).toEqual([]);
  }
  const lines = (await readFile(join(target, "rows/claims.jsonl"), "utf8")).trimEnd().split("\n");
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({ statement: AWKWARD.replaceAll("\n", " ") });

  const connectionString = await emptyPlace();
  await restoreCopy({ connectionString, folder: target, form: EXPORT });
  const there = new PrismaClient({ adapter: new PrismaPg({ connectionString }) });
  stack.defer(() => there.$disconnect());
  const events = await db.auditEvent.count();
  expect(await verifyChains({ db: there })).toMatchObject({ events, findings: [] });
  expect(await there.member.findUniqueOrThrow({ where: { id: author.id } })).toMatchObject({
    name: author.name,
    passwordHash: NOBODYS_HASH,
  });
});

test("every column that sounds like a secret was decided on", async () => {
  const rows = await db.$queryRaw<{ column: string }[]>`
    SELECT table_name || '.' || column_name AS column FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name ~ 'hash|secret|passw|token|salt|credential|sha256|code'
    ORDER BY 1`;
  const kept = rows.map(({ column }) => column).filter((column) => isExported(column));
  expect(kept).toEqual(HARMLESS);
});

test("a backup that was changed is refused, and nothing of it is kept", async () => {
  await somethingThere();
  const target = await folder();
  await writeCopy({ connectionString: here(), folder: target, form: BACKUP, now });
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
  await expect(restoreCopy({ connectionString, folder: target, form: BACKUP })).rejects.toThrow(
    "The rows of claims",
  );
  const found = await differences({ connectionString, folder: target, form: BACKUP });
  expect(found).toContainEqual(expect.stringMatching(/^table members has 0 rows/));
});

test("it is restored only where nobody is, and only from a whole backup", async () => {
  await makeMember();
  const target = await folder();
  await writeCopy({ connectionString: here(), folder: target, form: BACKUP, now });
  await expect(restoreCopy({ connectionString: here(), folder: target, form: BACKUP })).rejects.toThrow(
    "it has members",
  );
  await expect(writeCopy({ connectionString: here(), folder: target, form: BACKUP, now })).rejects.toThrow(
    "is not empty",
  );
  await rm(join(target, "manifest.json"));
  await expect(restoreCopy({ connectionString: here(), folder: target, form: BACKUP })).rejects.toThrow(
    "no whole backup",
  );
  expect(env.FILES_DIR).not.toBe(target);
});

test("what differs is named", async () => {
  const claim = await somethingThere();
  const target = await folder();
  await writeCopy({ connectionString: here(), folder: target, form: BACKUP, now });
  expect(await differences({ connectionString: here(), folder: target, form: BACKUP })).toEqual([]);
  await db.claim.update({ where: { id: claim.id }, data: { statement: "Other" }, select: { id: true } });
  await makeMember();
  const found = await differences({ connectionString: here(), folder: target, form: BACKUP });
  expect(found).toContainEqual("table claims has other contents");
  expect(found).toContainEqual(expect.stringMatching(/^table members has \d+ rows, not \d+$/));
});
