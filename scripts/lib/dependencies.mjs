// @ts-check
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { endWithUs } from "./children.mjs";
import { ROOT } from "./root.mjs";
import { Problem } from "./screen.mjs";

/** The Node that everything after installation runs under, whatever the machine has. */
export const PINNED_NODE = join(
  ROOT,
  "node_modules/node/bin",
  process.platform === "win32" ? "node.exe" : "node",
);

/** Characters of what npm says that are worth showing: its reason comes first, its manual after. */
const NPM_WORDS = 1_500;

/** Does node_modules lack what package-lock.json says? npm writes its own record there, last of all. */
export function dependenciesAreStale() {
  const wanted = read("package-lock.json");
  const installed = read("node_modules/.package-lock.json");
  if (!wanted || !installed || !existsSync(PINNED_NODE)) return true;
  return Object.entries(wanted.packages).some(([path, { version, optional }]) => {
    const there = installed.packages[path];
    // Optional packages are for other platforms when they are missing.
    return path !== "" && (there ? there.version !== version : !optional);
  });
}

/** Installs exactly what package-lock.json says, under the machine's own Node. */
export async function installDependencies() {
  // The pinned Node may be the one running this, and is about to be replaced.
  const path = (process.env.PATH ?? "").split(delimiter).filter((folder) => !folder.includes("node_modules"));
  const npm = spawn("npm", ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: ROOT,
    env: { ...process.env, ...endWithUs(), PATH: path.join(delimiter) },
    shell: process.platform === "win32",
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const output = gather(npm);
  const [code] = await once(npm, "close").catch((error) => {
    throw new Problem(`npm could not be started: ${error.message}`);
  });
  if (code !== 0)
    throw new Problem(`The dependencies could not be installed. npm says:\n${output().slice(0, NPM_WORDS)}`);
  if (!existsSync(PINNED_NODE)) {
    throw new Problem(
      "npm skipped the packages' install scripts, which Proofmark needs: npm config set ignore-scripts false",
    );
  }
}

/** @param {import("node:child_process").ChildProcess} child */
function gather(child) {
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (text += chunk));
  return () => text.trim();
}

/**
 * @param {string} path
 * @returns {{ packages: Record<string, { version?: string, optional?: boolean }> } | null}
 */
function read(path) {
  const file = join(ROOT, path);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
}
