import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { withoutAddresses } from "./log.ts";

/** What a process writes that logs this. */
function written(code: string): string {
  const program = `import { log } from "#lib/log.ts"; ${code}`;
  const env = { ...process.env, LOG_LEVEL: "info" };
  return spawnSync(process.execPath, ["--input-type=module", "--eval", program], { env, encoding: "utf8" })
    .stdout;
}

test("what is logged is one line of JSON each, in UTC, however many lines somebody wrote", () => {
  const forged = '\n{"level":30,"msg":"signed in"}\r\u2028';
  const lines = written(
    `log.info({ name: ${JSON.stringify(forged)} }, ${JSON.stringify(`hello${forged}`)}); log.error({ err: new Error(${JSON.stringify(forged)}) }, "failed");`,
  )
    .trimEnd()
    .split("\n");
  expect(lines).toHaveLength(2);
  const [told, failed] = lines.map((line) => JSON.parse(line));
  expect(told).toMatchObject({ name: forged, msg: `hello${forged}` });
  expect(failed.err.message).toBe(forged);
  expect(told.time).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
});

test("secrets under their usual names are not written down", () => {
  const line = written(
    `log.info({ form: { password: "hidden-1", token: "hidden-2", cookie: "hidden-3", authorization: "hidden-4" } }, "x");`,
  );
  expect(line).toContain('"msg":"x"');
  expect(line).not.toContain("hidden");
});

test("an error's words name nobody's e-mail address, in whatever cause they stand", () => {
  const line = written(`
    const cause = new Error("550 <wanda.whistle+desk@secret.example>: no such user, try jörg@straße.example");
    const err = new Error("not sent to WANDA@secret.example,eve@secret.example", { cause });
    log.error({ err }, "job failed");`);
  const { err } = JSON.parse(line);
  expect(err.message).toBe("not sent to [address],[address]");
  expect(err.cause.message).toBe("550 <[address]>: no such user, try [address]");
  expect(err.stack).toContain("    at ");
  expect(line.toLowerCase()).not.toMatch(/wanda|secret|jörg/);
});

test("an error's words without an end are written down at once", () => {
  expect(withoutAddresses("a".repeat(1_000_000))).toHaveLength(1_000_000);
  expect(withoutAddresses("at /srv/node_modules/@prisma/client/runtime/client.js:1:2")).toContain("@prisma");
});

test("every line about a request says which it is and, once that is known, whose", () => {
  const line = written(`
    const { underRequest, noteMember } = await import("#lib/asked-id.ts");
    await underRequest({ id: "one" }, async () => {
      await null;
      noteMember("a-member");
      log.error({ err: new Error("broken") }, "action failed");
    });`);
  expect(JSON.parse(line)).toMatchObject({ request: "one", memberId: "a-member", msg: "action failed" });
});
