import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { requireBrowser } from "./browser.ts";
import { buildIfStale, generateIfStale } from "./build.ts";
import { claim, release } from "./claim.mjs";
import { run, runHere } from "./processes.ts";
import { DATA } from "./root.mjs";
import { Problem, report, say, step } from "./screen.mjs";

type Tally = { passed: number; failed: number };

/**
 * A browser on a machine that is busy with something else misses a deadline now and then. Such a test gets a second
 * try and is named; more of them than this are no accident.
 */
const MOST_FLAKY = 3;

/** How many commands are tried while everything is killed. `npm run chaos` by itself tries ten times as many. */
const FEW_COMMANDS = 99;

/** Every check there is, the cheap ones first. A later one runs whatever an earlier one found, where it can. */
export async function runChecks({ whole }: { whole: boolean }): Promise<void> {
  const tallies = [
    await check("Prisma client", generateIfStale),
    await check("Format and lint", () => run(["node_modules/@biomejs/biome/bin/biome", "check", "."])),
    await check("Types", checkTypes),
    await check("Unused code", () => run(["node_modules/knip/bin/knip.js"])),
    await vitest(),
    ...(whole ? await checkProduct() : []),
  ];
  const sum = (key: keyof Tally) => tallies.reduce((total, tally) => total + tally[key], 0);
  say(`${sum("passed")} passed, ${sum("failed")} failed`);
  process.exitCode = sum("failed") > 0 ? 1 : 0;
}

async function checkProduct(): Promise<Tally[]> {
  const build = await check("Production build", async () => {
    await claim("build");
    await buildIfStale();
  });
  if (build.failed > 0) return [build];
  return [build, await playwright(), await check("Commands while everything is killed", chaos)];
}

/** `npm run chaos` in small: it takes the build for itself. */
async function chaos(): Promise<void> {
  release("build");
  await run(["scripts/run.mjs", "chaos", String(FEW_COMMANDS)]);
}

async function checkTypes(): Promise<void> {
  await run(["node_modules/next/dist/bin/next", "typegen"]);
  await run(["node_modules/typescript/bin/tsc", "--noEmit"]);
}

/** One check that passes or fails as a whole. */
async function check(name: string, work: () => Promise<void>): Promise<Tally> {
  try {
    await step(name, work);
    return { passed: 1, failed: 0 };
  } catch (error) {
    report(error);
    return { passed: 0, failed: 1 };
  }
}

/**
 * Both kinds in one run: while the last long file of one would keep a processor busy and the other idle, the other kind
 * fills it.
 */
function vitest(): Promise<Tally> {
  return tests("Unit and database tests, import rules", async (file) => {
    const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${file}`];
    const code = await runHere(["node_modules/vitest/vitest.mjs", "run", ...reporters]);
    const { numPassedTests, numFailedTests } = readJson(file);
    return { code, passed: numPassedTests, failed: numFailedTests };
  });
}

function playwright(): Promise<Tally> {
  return tests("End-to-end tests", async (file) => {
    await requireBrowser();
    // Keeping a record of each test takes a fifth of the time: only of those that failed once.
    const args = ["test", "--retries=1", "--trace=on-first-retry", "--reporter=dot,json"];
    const code = await runHere(["node_modules/@playwright/test/cli.js", ...args], {
      PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    });
    const { expected, unexpected, flaky } = readJson(file).stats;
    if (flaky > 0) say(`${flaky} of them at the second try only, named above: each is a defect to find`);
    const tooFlaky = flaky > MOST_FLAKY ? flaky : 0;
    return { code, passed: expected + flaky - tooFlaky, failed: unexpected + tooFlaky };
  });
}

/** Many tests, counted from the report their runner writes. A runner that fails without a failed test is one. */
async function tests(
  name: string,
  runner: (file: string) => Promise<Tally & { code: number }>,
): Promise<Tally> {
  const file = join(DATA, "test-report.json");
  mkdirSync(DATA, { recursive: true });
  rmSync(file, { force: true });
  let tally: Tally = { passed: 0, failed: 1 };
  const count = async () => {
    const { code, passed, failed } = await runner(file);
    tally = { passed, failed: code === 0 ? failed : Math.max(1, failed) };
    if (tally.failed > 0) throw new Problem(`${name}: ${tally.failed} failed`);
  };
  await step(name, count, { talkative: true }).catch(report);
  return tally;
}

function readJson(file: string) {
  return JSON.parse(readFileSync(file, "utf8"));
}
