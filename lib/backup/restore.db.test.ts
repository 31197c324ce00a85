import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
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
import { checkCopy, differences, hasAdmin, insistOnRoom, restoreCopy } from "./restore.ts";
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

/** As the command does it. */
async function bringBack(place: Omit<Parameters<typeof restoreCopy>[0], "copy">): Promise<void> {
  await restoreCopy({ ...place, copy: await checkCopy(place) });
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
    await bringBack({ connectionString, folder: target, form });
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
  await bringBack({ connectionString, folder: target, form: EXPORT });
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
  const copy = await checkCopy({ folder: target, form: BACKUP });
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
  await expect(checkCopy({ folder: target, form: BACKUP })).rejects.toThrow("The rows of claims");
  // Also when it was changed after it was looked at.
  const place = { connectionString, folder: target, form: BACKUP };
  await expect(restoreCopy({ ...place, copy })).rejects.toThrow("The rows of claims");
  expect(await differences(place)).toContainEqual(expect.stringMatching(/^table members has 0 rows/));
});

test.each([BACKUP, EXPORT])(
  "jobs of a $name that are not what was copied are seen before anything is written",
  async (form) => {
    await somethingThere();
    const target = await folder();
    const made = await writeCopy({ connectionString: here(), folder: target, form, now });
    const file = join(target, "jobs.jsonl");
    const lines = await readFile(file, "utf8");
    await writeFile(file, lines.slice(0, -10));
    await expect(checkCopy({ folder: target, form })).rejects.toThrow("The jobs are not");
    await rm(file);
    await expect(checkCopy({ folder: target, form })).rejects.toThrow("no jobs.jsonl");
    const broken = `${lines}{"id":"1"}\n`;
    const jobs = { count: made.jobs.count + 1, sha256: createHash("sha256").update(broken).digest("hex") };
    await writeFile(file, broken);
    await writeFile(join(target, "manifest.json"), JSON.stringify({ ...made, jobs }));
    await expect(checkCopy({ folder: target, form })).rejects.toThrow("of jobs.jsonl is no job");
  },
);

test("rows, jobs and the admin's password are there together or not at all", async () => {
  const { author } = await somethingThere();
  const admin = await makeMember({ role: "admin", email: "admin@desk.example" });
  await makeMember({ role: "admin", email: "gone@desk.example", disabledAt: now });
  const target = await folder();
  await writeCopy({ connectionString: here(), folder: target, form: EXPORT, now });
  const has = (email: string) => hasAdmin({ folder: target, email });
  expect(await has("admin@desk.example")).toBe(true);
  expect(await has("gone@desk.example")).toBe(false);
  const { email } = await db.member.findUniqueOrThrow({ where: { id: author.id }, select: { email: true } });
  expect(await has(email)).toBe(false);

  const place = { connectionString: await emptyPlace(), folder: target, form: EXPORT };
  const nobody = { email: "nobody@desk.example", passwordHash: NOBODYS_HASH };
  await expect(bringBack({ ...place, admin: nobody })).rejects.toThrow("No admin has the address");
  expect(await differences(place)).toEqual(
    expect.arrayContaining([expect.stringMatching(/^table members has 0 rows/), "other jobs wait"]),
  );
  const copy = await checkCopy(place);
  // A file that cannot be written is the last thing that can go wrong.
  const files = process.env.FILES_DIR ?? "";
  vi.stubEnv("FILES_DIR", join(target, "manifest.json"));
  await expect(restoreCopy({ ...place, copy })).rejects.toThrow();
  vi.stubEnv("FILES_DIR", files);
  expect(await differences(place)).toEqual(
    expect.arrayContaining([expect.stringMatching(/^table members has 0 rows/), "other jobs wait"]),
  );
  await insistOnRoom({ ...place, copy });
  const passwordHash = await hashPassword("a good long password");
  await restoreCopy({ ...place, copy, admin: { email: "admin@desk.example", passwordHash } });
  expect(await differences(place)).toEqual([]);
  const there = new PrismaClient({ adapter: new PrismaPg({ connectionString: place.connectionString }) });
  stack.defer(() => there.$disconnect());
  const where = { id: admin.id };
  expect(await there.member.findUniqueOrThrow({ where })).toMatchObject({ passwordHash });
});

test("a database with later migrations is refused before anything is written", async () => {
  await somethingThere();
  const target = await folder();
  await writeCopy({ connectionString: here(), folder: target, form: BACKUP, now });
  const copy = await checkCopy({ folder: target, form: BACKUP });
  const earlier = {
    ...copy,
    manifest: { ...copy.manifest, migrations: copy.manifest.migrations.slice(0, 3) },
  };
  const connectionString = await emptyPlace();
  await insistOnRoom({ connectionString, form: BACKUP, copy });
  await expect(insistOnRoom({ connectionString, form: BACKUP, copy: earlier })).rejects.toThrow(
    "other migrations",
  );
});

test("it is restored only where nobody is, and only from a whole backup", async () => {
  await makeMember();
  const target = await folder();
  await writeCopy({ connectionString: here(), folder: target, form: BACKUP, now });
  const copy = await checkCopy({ folder: target, form: BACKUP });
  const place = { connectionString: here(), folder: target, form: BACKUP, copy };
  await expect(insistOnRoom(place)).rejects.toThrow("it has members");
  await expect(restoreCopy(place)).rejects.toThrow("it has members");
  await expect(writeCopy({ connectionString: here(), folder: target, form: BACKUP, now })).rejects.toThrow(
    "is not empty",
  );
  await rm(join(target, "manifest.json"));
  await expect(checkCopy({ folder: target, form: BACKUP })).rejects.toThrow("no whole backup");
  expect(env.FILES_DIR).not.toBe(target);
});

test.each([BACKUP, EXPORT])("a $name is for nobody else on the machine to read", async (form) => {
  await somethingThere();
  const target = join(await folder(), "new");
  await writeCopy({ connectionString: here(), folder: target, form, now });
  const entries = await readdir(target, { recursive: true, withFileTypes: true });
  const paths = [target, ...entries.map((entry) => join(entry.parentPath, entry.name))];
  const modes = await Promise.all(paths.map(async (path) => [path, (await stat(path)).mode & 0o077]));
  expect(modes.filter(([, others]) => others !== 0)).toEqual([]);
  expect(paths.length).toBeGreaterThan(20);
});

test.each([
  ["manifest.json", "{", "manifest.json cannot be read: it is damaged, or of a later version"],
  ["manifest.json", '{"format":2,"form":"backup"}', "manifest.json cannot be read"],
  ["tables/claims.gz", "cut short", "The rows of claims cannot be brought back"],
])("a damaged %s (%s) is named in one sentence", async (path, text, sentence) => {
  const target = await folder();
  await writeCopy({ connectionString: here(), folder: target, form: BACKUP, now });
  await writeFile(join(target, path), text);
  const error = await checkCopy({ folder: target, form: BACKUP }).catch((thrown: Error) => thrown);
  expect(error).toMatchObject({ message: expect.stringContaining(sentence) });
  expect((error as Error).message).not.toContain("\n");
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
