#!/usr/bin/env node
// @ts-check
// Runs one command of scripts/ on a machine that may have nothing but Node 20.19 and npm: installs the locked
// dependencies when they are missing or stale, then goes on under the Node that is one of them. Until then only
// what Node itself brings is imported.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { claim, release } from "./lib/claim.mjs";
import { dependenciesAreStale, installDependencies, PINNED_NODE } from "./lib/dependencies.mjs";
import { whenOrphaned } from "./lib/orphans.mjs";
import { chosenPort, requireFreePort } from "./lib/ports.mjs";
import { ROOT } from "./lib/root.mjs";
import { keepOutputFree, Problem, report, step } from "./lib/screen.mjs";

const command = process.argv[2] ?? "";

try {
  process.chdir(ROOT);
  if (command === "proofmark") keepOutputFree();
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Problem(`Proofmark needs Node 20.19 or later to start; this is ${process.version}.`);
  }
  if (existsSync(".env")) process.loadEnvFile(".env");
  whenOrphaned(() => process.exit(1));
  await prepare();
  if (process.version === `v${pinnedVersion()}`) await import(`./${command}.ts`);
  else await handOver();
} catch (error) {
  report(error);
  process.exit(1);
}

/** Refuses what cannot work before the long work, and installs what is missing. */
async function prepare() {
  const serves = command === "start" || command === "dev";
  const stale = dependenciesAreStale();
  if (serves || stale) await claim("data");
  if (serves && !isWorkerAlone()) await requireFreePort(chosenPort(), process.env.HOST || undefined);
  if (stale) await step("Dependencies", installDependencies);
  if (!serves) release("data");
}

/** A worker listens nowhere. */
function isWorkerAlone() {
  return (
    process.argv.includes("--only=worker") || process.argv[process.argv.indexOf("--only") + 1] === "worker"
  );
}

function pinnedVersion() {
  return JSON.parse(readFileSync(join(ROOT, "node_modules/node/package.json"), "utf8")).version;
}

/** Runs the same again under the pinned Node, and ends as it ends. */
async function handOver() {
  release("data");
  const child = spawn(PINNED_NODE, process.argv.slice(1), {
    stdio: "inherit",
    env: { ...process.env, PROOFMARK_HANDED_OVER: "1" },
  });
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.on(signal, () => child.kill(signal));
  }
  whenOrphaned(() => child.kill("SIGTERM"));
  const [code] = await once(child, "exit");
  process.exit(code ?? 1);
}
