import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MUTATIONS, type Mutation } from "./lib/attacks/mutations.ts";
import { ROOT } from "./lib/root.mjs";
import { Problem, say } from "./lib/screen.mjs";

// `npm run mutate`: whether the tests notice when something that keeps people safe is broken. Each breakage is made in a
// throwaway copy, and the tests beside it run there. Part of a file's name, as an argument, tries only the breakages there.

const GOAL = 28 / 30;
const PARTS = ["app", "components", "lib", "prisma", "scripts"];
const FILES = ["package.json", "tsconfig.json", "vitest.config.ts", "prisma.config.ts", "proxy.ts"];

const chosen = MUTATIONS.filter(({ file }) => file.includes(process.argv[3] ?? ""));
const copy = mkdtempSync(join(tmpdir(), "proofmark-mutate-"));
try {
  for (const part of [...PARTS, ...FILES]) cpSync(join(ROOT, part), join(copy, part), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));
  // What fails as it is would notice nothing.
  const all = [...new Set(chosen.flatMap(({ tests }) => tests))];
  const failing = await failed(all);
  if (failing.length > 0) throw new Problem(`These tests fail as it is: ${failing.join(", ")}`);
  const missed: Mutation[] = [];
  for (const mutation of chosen) {
    const file = join(copy, mutation.file);
    const before = readFileSync(file, "utf8");
    if (!before.includes(mutation.find)) throw new Problem(`${mutation.file} has changed: ${mutation.what}`);
    writeFileSync(
      file,
      before.replace(mutation.find, () => mutation.put),
    );
    const noticed = await failed(mutation.tests);
    writeFileSync(file, before);
    if (noticed.length === 0) missed.push(mutation);
    say(`${noticed.length > 0 ? "caught" : "MISSED"}  ${mutation.what} (${mutation.file})`);
  }
  say(`\n${chosen.length} breakages, ${chosen.length - missed.length} caught, ${missed.length} missed`);
  if (chosen.length - missed.length < chosen.length * GOAL) throw new Problem("Too many are missed.");
} finally {
  rmSync(copy, { recursive: true });
}

/** Those of the test files that fail in the copy. */
async function failed(tests: readonly string[]): Promise<string[]> {
  const report = join(copy, "report.json");
  rmSync(report, { force: true });
  const args = [
    "node_modules/vitest/vitest.mjs",
    "run",
    "--reporter=json",
    `--outputFile=${report}`,
    ...tests,
  ];
  const kinds = new Set(tests.map((test) => (test.endsWith(".db.test.ts") ? "db" : "unit")));
  for (const kind of kinds) args.push("--project", kind);
  const child = spawn(process.execPath, args, { cwd: copy, stdio: "ignore" });
  await once(child, "exit");
  const { testResults } = JSON.parse(readFileSync(report, "utf8")) as {
    testResults: { name: string; status: string }[];
  };
  if (testResults.length < tests.length) throw new Problem(`Not all of these ran: ${tests.join(", ")}`);
  return testResults.filter(({ status }) => status !== "passed").map(({ name }) => name);
}
