import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { delimiter, join } from "node:path";
import { endWithUs } from "./children.mjs";
import { ROOT } from "./root.mjs";
import { Problem } from "./screen.mjs";

type Variables = Record<string, string>;

/** Prisma hands pg the parts of one question at once inside a transaction. pg 9 will refuse that; 8 only warns. */
const QUIET = "--disable-warning=DeprecationWarning";

/** The environment of every child: ours, the project's own programs first, nobody's telemetry. */
function childEnv(variables: Variables): NodeJS.ProcessEnv {
  const { NODE_OPTIONS, PROOFMARK_STARTER } = endWithUs();
  return {
    ...process.env,
    PATH: [join(ROOT, "node_modules/.bin"), process.env.PATH].join(delimiter),
    NODE_OPTIONS: `${NODE_OPTIONS} ${QUIET}`,
    PROOFMARK_STARTER,
    NEXT_TELEMETRY_DISABLED: "1",
    CHECKPOINT_DISABLE: "1",
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    PRISMA_SCHEMA_ENGINE_BINARY: join(ROOT, "scripts/schema-engine.mjs"),
    ...variables,
  };
}

/** Runs a Node program to its end. Throws a Problem with all it said when it fails. */
export async function run(args: readonly string[], variables: Variables = {}): Promise<void> {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: childEnv(variables),
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const output = collect(child);
  const [code] = await once(child, "close");
  if (code !== 0) throw new Problem(output.text().trim() || `node ${args.join(" ")} ended with ${code}`);
}

/** Runs a Node program on this terminal. Gives its exit code. */
export async function runHere(args: readonly string[], variables: Variables = {}): Promise<number> {
  const child = spawn(process.execPath, args, { cwd: ROOT, env: childEnv(variables), stdio: "inherit" });
  const [code] = await once(child, "close");
  return typeof code === "number" ? code : 1;
}

export type Service = {
  /** Settles when the process says it is ready; a Problem with what it said when it ends before. */
  ready: Promise<void>;
  /** Settles when the process ends, whyever. */
  ended: Promise<void>;
  /** Asks it to end, and ends it after `grace` milliseconds. */
  stop(grace: number): Promise<void>;
  /** Ends it at once, with whatever it was doing, as a machine that runs out of memory would. */
  kill(): Promise<void>;
  /** What it printed and nobody was shown. */
  unshown(): string;
};

/**
 * Starts a Node program that goes on until it is stopped, in a process group of its own, so that Ctrl-C reaches it
 * through us, in order. It says "ready" over its channel; what it prints is shown from then on, unless `isQuiet`.
 */
export function startService(
  name: string,
  args: readonly string[],
  variables: Variables,
  { isQuiet = false } = {},
): Service {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: childEnv(variables),
    detached: true,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const output = collect(child);
  const ended = once(child, "close").then(() => {});
  const ready = Promise.race([
    once(child, "message").then(() => {
      if (!isQuiet) output.show();
    }),
    ended.then(() => {
      throw new Problem(`${name} did not start.\n${output.text().trim()}`);
    }),
  ]);
  return {
    ready,
    ended,
    unshown: output.text,
    async stop(grace) {
      child.kill("SIGTERM");
      const timer = setTimeout(() => child.kill("SIGKILL"), grace);
      await ended;
      clearTimeout(timer);
    },
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

/** Keeps what a child prints, until it is shown. */
function collect(child: ChildProcess) {
  const chunks: Buffer[] = [];
  const keep = (chunk: Buffer) => void chunks.push(chunk);
  child.stdout?.on("data", keep);
  child.stderr?.on("data", keep);
  return {
    text: () => Buffer.concat(chunks).toString("utf8"),
    show() {
      child.stdout?.off("data", keep).pipe(process.stdout, { end: false });
      child.stderr?.off("data", keep).pipe(process.stderr, { end: false });
    },
  };
}
