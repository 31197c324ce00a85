import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

// Each claimer is a process, in a checkout of its own that holds nothing but these scripts.

let checkout: string;
let started: ChildProcess[];

beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), "claim-"));
  cpSync(import.meta.dirname, join(checkout, "scripts/lib"), { recursive: true });
  started = [];
});

afterEach(() => {
  for (const child of started) child.kill("SIGKILL");
  rmSync(checkout, { recursive: true });
});

/** Starts a process that claims the folder, says so or why not, and stays. `more` runs before. */
async function claimer(more = ""): Promise<{ child: ChildProcess; said: string }> {
  const program = `
    import { announceLeaving, claim } from "./scripts/lib/claim.mjs";
    ${more}
    await claim("data").then(() => console.log("mine"), (error) => console.log(error.message));
    setInterval(() => {}, 1_000);`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program], { cwd: checkout });
  started.push(child);
  const [said] = await once(child.stdout, "data");
  return { child, said: String(said).trim() };
}

test("a folder belongs to one process at a time, and the others are told who has it", async () => {
  const first = await claimer();
  expect(first.said).toBe("mine");
  expect((await claimer()).said).toContain(`process ${first.child.pid}`);
});

test("of many at once one gets it", async () => {
  const all = await Promise.all(Array.from({ length: 4 }, () => claimer()));
  expect(all.filter(({ said }) => said === "mine")).toHaveLength(1);
});

test("a process that was killed holds nothing", async () => {
  const { child } = await claimer();
  child.kill("SIGKILL");
  await once(child, "exit");
  expect((await claimer()).said).toBe("mine");
});

test("one that is leaving is waited for", async () => {
  const { child } = await claimer("announceLeaving(() => true);");
  const next = claimer();
  const early = await Promise.race([
    next,
    once(child.stdout ?? child, "never", { signal: AbortSignal.timeout(300) }).catch(() => "waiting"),
  ]);
  expect(early).toBe("waiting");
  child.kill("SIGKILL");
  expect((await next).said).toBe("mine");
});
