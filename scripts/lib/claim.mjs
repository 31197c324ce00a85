// @ts-check
// Who is using this folder? Answered by a local socket that only one process can listen on, and that the system
// closes when the process dies, however it dies: no lock file that could go stale.
import { createHash } from "node:crypto";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isOrphaned } from "./orphans.mjs";
import { ROOT } from "./root.mjs";
import { Problem } from "./screen.mjs";

/**
 * `data` is .data/ and node_modules/, for whoever runs or installs the product; `build` is .next/.
 * @typedef {"data" | "build"} Part
 * @typedef {{ pid: number, command: string, leaving: boolean }} Holder
 */

/** Milliseconds a holder that is already stopping is waited for. */
const PATIENCE = 30_000;
/** Milliseconds a holder has to say who it is. */
const MANNERS = 2_000;

/** @type {Map<Part, import("node:net").Server>} */
const held = new Map();
let leaving = () => false;

/**
 * Takes a part of this folder for as long as this process lives, or until `release`. One that is being left is
 * waited for; a Problem names who has it otherwise.
 * @param {Part} part
 */
export async function claim(part) {
  const deadline = Date.now() + PATIENCE;
  while (!held.has(part)) {
    const server = await listen(part);
    if (server) {
      held.set(part, server);
      return;
    }
    const holder = await meet(part, deadline);
    if (holder) {
      const who = `${holder.command}, process ${holder.pid}`;
      throw new Problem(`Proofmark is already running from this folder (${who}). Stop it first.`);
    }
  }
}

/** @param {Part} part */
export function release(part) {
  held.get(part)?.close();
  held.delete(part);
}

/**
 * What later comers are told: a holder that is leaving is waited for.
 * @param {() => boolean} isLeaving
 */
export function announceLeaving(isLeaving) {
  leaving = isLeaving;
}

/** @param {Part} part */
function address(part) {
  const name = `proofmark-${createHash("sha256").update(`${ROOT} ${part}`).digest("hex").slice(0, 32)}`;
  if (process.platform === "linux") return `\0${name}`;
  if (process.platform === "win32") return `\\\\.\\pipe\\${name}`;
  return join(tmpdir(), `${name}.sock`);
}

/**
 * Null when another process listens there.
 * @param {Part} part
 */
async function listen(part) {
  const server = createServer((socket) => {
    const command = `npm run ${process.argv[2]}`;
    socket.on("error", () => socket.destroy()).unref();
    socket.write(JSON.stringify({ pid: process.pid, command, leaving: leaving() || isOrphaned() }));
  });
  try {
    server.listen(address(part)).unref();
    await once(server, "listening");
    return server;
  } catch (error) {
    if (codeOf(error) !== "EADDRINUSE") throw error;
    return null;
  }
}

/**
 * Who listens there; null once nobody does, which for one that is leaving is when it has gone.
 * @param {Part} part
 * @param {number} deadline
 * @returns {Promise<Holder | null>}
 */
async function meet(part, deadline) {
  const socket = connect(address(part));
  try {
    const [greeting] = await once(socket, "data", { signal: AbortSignal.timeout(MANNERS) });
    const holder = JSON.parse(greeting);
    if (!holder.leaving) return holder;
    await once(socket, "close", { signal: AbortSignal.timeout(Math.max(1, deadline - Date.now())) });
    return null;
  } catch (error) {
    if (codeOf(error) === "ABORT_ERR") return { pid: 0, command: "it does not answer", leaving: false };
    // Where sockets are files, one that nobody answers was left by a process that was killed.
    if (process.platform === "darwin") rmSync(address(part), { force: true });
    return null;
  } finally {
    socket.destroy();
  }
}

/** @param {unknown} error */
function codeOf(error) {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
