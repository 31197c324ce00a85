import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { passwordFits } from "#lib/auth/passwords.ts";
import { db } from "#lib/db/client.ts";
import { makeMember, makeNewsroom, makeSecondStep, makeTip } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { recogniseToken } from "#lib/tokens/commands.ts";
import { execute, withClient } from "../database.ts";
import { ROOT } from "../root.mjs";

/** Of this file's own: in the installation's are the heads of other histories. */
let auditFolder: string;

beforeAll(async () => {
  auditFolder = await mkdtemp(join(tmpdir(), "proofmark-audit-"));
  await resetDb();
  await makeNewsroom();
  await makeMember({ role: "editor", email: "editor@cli.example", name: "Edda" });
  await makeMember({ role: "admin", email: "admin@cli.example" });
});

afterAll(() => rm(auditFolder, { recursive: true }));

type Ran = { code: number; out: string; err: string };

/** As `npm run --silent proofmark -- …` runs it, on the test's database. */
async function proofmark(...args: string[]): Promise<Ran> {
  try {
    const command = [join(ROOT, "scripts/run.mjs"), "proofmark", ...args];
    const env = { ...process.env, AUDIT_DIR: auditFolder };
    const { stdout, stderr } = await promisify(execFile)(process.execPath, command, { env });
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, err: stderr };
  }
}

/** A database beside the test's, without tables. */
async function emptyDatabase() {
  const here = process.env.DATABASE_URL ?? "";
  const place = `${new URL(here).pathname.slice(1)}_back`;
  const at = (name: string) => Object.assign(new URL(here), { pathname: `/${name}` }).href;
  await execute(at("postgres"), [`DROP DATABASE IF EXISTS ${place}`, `CREATE DATABASE ${place}`]);
  return { here, place, at };
}

describe("the command line", () => {
  test("makes a token that works, as one line of JSON and nothing else, and ends it", async () => {
    const args = ["--member", "Editor@CLI.example", "--name", "ci", "--scopes", "all", "--json"];
    const made = await proofmark("tokens", "create", ...args);
    expect(made).toMatchObject({ code: 0, err: "" });
    expect(made.out.match(/\n/g)).toHaveLength(1);
    const { token, id } = JSON.parse(made.out);
    expect(await recogniseToken({ token, now: new Date() })).toMatchObject({ actor: { name: "Edda" } });
    expect(await db.auditEvent.findFirst({ where: { subjectId: id }, select: { actorName: true } })).toEqual({
      actorName: "",
    });

    const listed = await proofmark("tokens", "list", "--json");
    expect(JSON.parse(listed.out).tokens).toMatchObject([
      { id, member: "editor@cli.example", state: "works" },
    ]);
    expect(listed.out).not.toContain(token);
    expect(await proofmark("tokens", "revoke", id)).toMatchObject({ code: 0 });
    await expect(recogniseToken({ token, now: new Date() })).rejects.toMatchObject({
      reason: "token_unknown",
    });
  });

  test("gives logins, changes roles and switches logins off and on", async () => {
    const made = await proofmark(
      "members",
      "create",
      "--email",
      "new@cli.example",
      "--name",
      "N",
      "--role",
      "reporter",
      "--json",
    );
    expect(JSON.parse(made.out)).toMatchObject({ email: "new@cli.example", password: expect.any(String) });
    const member = ["--member", "new@cli.example"];
    expect((await proofmark("members", "role", ...member, "--role", "reviewer")).code).toBe(0);
    expect((await proofmark("members", "disable", ...member)).code).toBe(0);
    const { members } = JSON.parse((await proofmark("members", "list", "--json")).out);
    expect(members.find(({ email }: { email: string }) => email === "new@cli.example")).toMatchObject({
      role: "reviewer",
      disabledAt: expect.any(String),
    });
    expect((await proofmark("members", "enable", ...member)).code).toBe(0);
  });

  test("shows what is held of a member, and erases them when the address is typed twice", async () => {
    await makeMember({ email: "gone@cli.example", name: "Gone Soon", disabledAt: new Date() });
    const member = ["--member", "gone@cli.example"];
    const held = await proofmark("members", "export", ...member, "--json");
    expect(JSON.parse(held.out)).toMatchObject({ account: { members: [{ name: "Gone Soon" }] } });
    const slip = await proofmark("members", "erase", ...member, "--confirm", "other@cli.example");
    expect(slip.code).toBe(2);
    const erased = await proofmark("members", "erase", ...member, "--confirm", "gone@cli.example", "--json");
    expect(JSON.parse(erased.out)).toMatchObject({ mentions: [] });
    expect((await proofmark("members", "export", ...member)).code).toBe(1);
    const nobody = await proofmark("people", "erase", "--email", "x@y.example", "--confirm", "x@y.example");
    expect(nobody).toMatchObject({ code: 1, err: "Nothing here came from the address x@y.example.\n" });
  });

  test("erases one thing whose address is gone, once", async () => {
    const addressed = await makeTip({ kind: "claim", email: "rita@home.example", words: "Hers." });
    const alone = await makeTip({ kind: "claim", words: "Without an address." });
    const erase = (id: string, confirm = id) =>
      proofmark("people", "erase", "--tip", id, "--confirm", confirm, "--json");
    expect((await erase(alone.id, addressed.id)).code).toBe(2);
    expect(await erase(addressed.id)).toMatchObject({ code: 1, err: expect.stringContaining("--email") });
    const erased = await erase(alone.id);
    expect(erased).toMatchObject({ code: 0, err: "" });
    expect(JSON.parse(erased.out)).toEqual({ tip: alone.id, tips: 1 });
    expect(await erase(alone.id)).toEqual({
      ...{ code: 1, out: "" },
      err: "It was erased before: nothing of what they sent is left.\n",
    });
    await db.tip.deleteMany();
  }, 120_000);

  test.each([
    ["nothing", [], "tokens create"],
    ["a word it does not know", ["token"], "tokens create"],
    ["a group without a command", ["tokens"], "tokens create"],
    ["an option it does not know", ["tokens", "list", "--all"], "--member"],
    ["a name that every object has", ["constructor"], "tokens create"],
    [
      "a scope there is not",
      ["tokens", "create", "--member", "editor@cli.example", "--name", "x", "--scopes", "root"],
      "publish",
    ],
    ["too little", ["members", "disable"], "--member"],
  ])("called with %s says how it is called, and ends with 2", async (_, args, named) => {
    const ran = await proofmark(...args);
    expect(ran).toMatchObject({ code: 2, out: "" });
    expect(ran.err).toContain(named);
  });

  test("ends with 1 and one sentence when it cannot be done", async () => {
    const nobody = await proofmark("members", "disable", "--member", "nobody@cli.example", "--json");
    expect(nobody).toEqual({ code: 1, out: "", err: "Nobody here has the address nobody@cli.example.\n" });
    const last = await proofmark("members", "disable", "--member", "admin@cli.example");
    expect(last).toEqual({
      code: 1,
      out: "",
      err: "This is the last admin. Make somebody else an admin first.\n",
    });
  });

  test("a database that lacks a migration is left alone, with a sentence that says what to do", async () => {
    const { at, place } = await emptyDatabase();
    const { DATABASE_URL = "" } = process.env;
    process.env.DATABASE_URL = at(place);
    const ran = await proofmark("members", "list");
    process.env.DATABASE_URL = DATABASE_URL;
    await execute(at("postgres"), [`DROP DATABASE ${place}`]);
    expect(ran).toEqual({
      code: 1,
      out: "",
      err: "The database is of an earlier version: start the product once, which updates it.\n",
    });
  });

  test("the doctor names what is wrong, and ends with 1 only then", async () => {
    const fine = await proofmark("doctor", "--json");
    expect(JSON.parse(fine.out)).toMatchObject({ ok: true });
    const { DATABASE_URL } = process.env;
    process.env.DATABASE_URL = "postgres://nobody@127.0.0.1:1/none";
    const ill = await proofmark("doctor", "--json");
    process.env.DATABASE_URL = DATABASE_URL;
    expect(ill.code).toBe(1);
    const { findings } = JSON.parse(ill.out);
    expect(findings.find(({ check }: { check: string }) => check === "database")).toMatchObject({
      ok: false,
    });
  });

  test("the doctor finds what another AUTH_SECRET sealed", async () => {
    const member = await makeMember();
    await makeSecondStep(member);
    const fine = await proofmark("doctor");
    expect(fine).toMatchObject({ code: 0, out: expect.stringContaining("✓ secrets: ") });
    const { AUTH_SECRET = "" } = process.env;
    process.env.AUTH_SECRET = "another secret, of at least 32 characters";
    const ill = await proofmark("doctor");
    process.env.AUTH_SECRET = AUTH_SECRET;
    await db.authenticator.delete({ where: { memberId: member.id }, select: { memberId: true } });
    expect(ill.code).toBe(1);
    expect(ill.out).toContain("✗ secrets: sealed with another AUTH_SECRET: second steps of members (1)");
  });

  test("writes everything for others, and fills an empty installation with it", async () => {
    const folder = await mkdtemp(join(tmpdir(), "proofmark-cli-"));
    const { at, here, place } = await emptyDatabase();
    try {
      const made = await proofmark("export", join(folder, "all"), "--json");
      expect(made).toMatchObject({ code: 0, err: "" });
      expect((await proofmark("restore", "--from", join(folder, "all"))).err).toContain("no backup");
      process.env.DATABASE_URL = at(place);
      const nobody = await proofmark("import", join(folder, "all"), "--admin", "editor@cli.example");
      expect(nobody).toMatchObject({ code: 1, out: "" });
      expect(nobody.err).toContain("No admin of the export has the address editor@cli.example");
      const { rows: tables } = await withClient(at(place), (client) =>
        client.query("SELECT FROM pg_tables WHERE schemaname IN ('public', 'pgboss')"),
      );
      expect(tables).toEqual([]);
      const back = await proofmark("import", join(folder, "all"), "--admin", "Admin@cli.example", "--json");
      expect(back).toMatchObject({ code: 0, err: "" });
      const { rows, differences, password } = JSON.parse(back.out);
      expect({ rows, differences }).toEqual({ rows: JSON.parse(made.out).rows, differences: [] });
      const { rows: admins } = await withClient(at(place), (client) =>
        client.query<{ hash: string }>(
          "SELECT password_hash AS hash FROM members WHERE email = 'admin@cli.example'",
        ),
      );
      expect(await passwordFits(admins[0]?.hash ?? null, password)).toBe(true);
      expect(await proofmark("export", join(folder, "again"))).toMatchObject({ code: 0 });
      const manifest = (name: string) => readFile(join(folder, name, "manifest.json"), "utf8");
      expect(await manifest("again")).toBe(await manifest("all"));
      expect(await proofmark("verify", "--heads", "/dev/null")).toMatchObject({ code: 0 });
    } finally {
      process.env.DATABASE_URL = here;
      await execute(at("postgres"), [`DROP DATABASE ${place} WITH (FORCE)`]);
      await rm(folder, { recursive: true });
    }
  }, 180_000);

  test("takes over checks of others, and says what it would", async () => {
    const folder = await mkdtemp(join(tmpdir(), "proofmark-cli-"));
    const file = join(folder, "checks.csv");
    await writeFile(
      file,
      "claim,url,rating\nIt rains,https://checks.example/rain,False\n,https://x.example,False\n",
    );
    const args = ["import-claimreview", file, "--as", "checked-before", "--json"];
    try {
      const looked = await proofmark(...args, "--dry-run");
      expect(JSON.parse(looked.out)).toMatchObject({ dryRun: true, counts: { new: 1, no_claim: 1 } });
      expect(JSON.parse((await proofmark(...args)).out)).toMatchObject({ counts: { new: 1, no_claim: 1 } });
      expect(JSON.parse((await proofmark(...args)).out)).toMatchObject({ counts: { known: 1, no_claim: 1 } });
      expect((await proofmark("import-claimreview", file, "--as", "anything")).code).toBe(2);
      const own = ["import-claimreview", file, "--as", "archive", "--dry-run", "--json"];
      expect((await proofmark(...own)).code).toBe(2);
      const asked = await proofmark(...own, "--member", "editor@cli.example", "--ratings", "Odd=false");
      expect(JSON.parse(asked.out)).toMatchObject({ counts: { no_day: 1, no_claim: 1 } });
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test("tells an altered history from one it cannot judge", async () => {
    expect((await proofmark("verify", "--heads", "/nowhere/heads.jsonl")).code).toBe(2);
    const { DATABASE_URL } = process.env;
    process.env.DATABASE_URL = "postgres://nobody@127.0.0.1:1/none";
    expect((await proofmark("verify")).code).toBe(2);
    process.env.DATABASE_URL = DATABASE_URL;
    await db.$transaction([
      db.$executeRaw`SET LOCAL session_replication_role = replica`,
      db.$executeRaw`UPDATE audit_events SET actor_name = 'Nobody' WHERE seq = (SELECT max(seq) FROM audit_events)`,
    ]);
    const altered = await proofmark("verify", "--json");
    expect(altered.code).toBe(1);
    expect(JSON.parse(altered.out).findings).toMatchObject([{ kind: "edited" }]);
  });

  test("copies everything and brings it back, where nobody is and nowhere else", async () => {
    const folder = await mkdtemp(join(tmpdir(), "proofmark-cli-"));
    const { at, here, place } = await emptyDatabase();
    try {
      const made = await proofmark("backup", "--to", join(folder, "of-today"), "--json");
      expect(made).toMatchObject({ code: 0, err: "" });
      expect(JSON.parse(made.out)).toMatchObject({ rows: expect.any(Number), absent: [] });
      const full = await proofmark("restore", "--from", join(folder, "of-today"));
      expect(full.code).toBe(1);
      expect(full.err).toContain("it has members");
      // Only the owner of the tables may fill them.
      process.env.MIGRATE_DATABASE_URL = at(place);
      const back = await proofmark("restore", "--from", join(folder, "of-today"), "--json");
      expect(back).toMatchObject({ code: 0, err: "" });
      expect(JSON.parse(back.out)).toMatchObject({ rows: JSON.parse(made.out).rows, differences: [] });
      delete process.env.MIGRATE_DATABASE_URL;
      process.env.DATABASE_URL = at(place);
      const { members } = JSON.parse((await proofmark("members", "list", "--json")).out);
      expect(members.map(({ email }: { email: string }) => email)).toContain("editor@cli.example");
    } finally {
      process.env.DATABASE_URL = here;
      delete process.env.MIGRATE_DATABASE_URL;
      await execute(at("postgres"), [`DROP DATABASE ${place} WITH (FORCE)`]);
      await rm(folder, { recursive: true });
    }
    expect((await proofmark("restore", "--from", folder)).err).toBe(`There is no folder ${folder}.\n`);
  }, 180_000);
});
