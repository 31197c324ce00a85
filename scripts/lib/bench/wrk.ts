import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The program that asks as fast as it can: from `WRK`, or wherever the system finds it. */
const WRK = process.env.WRK ?? "wrk";

/** Whether there is one, and a way to tie programs to a core. */
export async function hasWrk(): Promise<boolean> {
  // It says its version with an exit code of 1.
  const answered = await run(WRK, ["--version"]).catch((error: { code?: unknown }) => error.code === 1);
  return Boolean(answered) && (await run("taskset", ["--version"]).then(Boolean, () => false));
}

/** What this process starts from now on runs on these cores only, as it does itself. `cores` as in `0` or `0-1`. */
export async function tieToCores(cores: string): Promise<void> {
  await run("taskset", ["--all-tasks", "--cpu-list", "--pid", cores, String(process.pid)]);
}

/**
 * Requests a second that were answered, over 64 connections from the second core: as a browser asks, or as a program that
 * takes nothing compressed.
 */
export async function requestRate(
  url: string,
  { seconds, isPlain = false }: { seconds: number; isPlain?: boolean },
): Promise<number> {
  const { stdout } = await run("taskset", [
    ...["--cpu-list", "1", WRK, "--threads", "1", "--connections", "64", "--duration", `${seconds}s`],
    ...["--header", `Accept-Encoding: ${isPlain ? "identity" : "gzip, deflate, br"}`, url],
  ]);
  const rate = Number(/^Requests\/sec:\s+([\d.]+)/m.exec(stdout)?.[1]);
  if (!(rate > 0) || /Non-2xx/.test(stdout)) throw new Error(`wrk said:\n${stdout}`);
  return rate;
}
