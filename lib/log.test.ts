import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

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
