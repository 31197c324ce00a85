import { execFile, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";
import { type Place, placeOf } from "./place.ts";
import { freePort } from "./ports.mjs";
import { Problem } from "./screen.mjs";
import { keptSecret } from "./settings.ts";

const execute = promisify(execFile);

/** The superuser of a Postgres of ours: it owns everything and nobody else has an account there. */
const USER = "proofmark";

export type Postgres = {
  /** The address of one of its databases. */
  url(database: string): string;
  /** Settles when it ends, whyever. */
  ended: Promise<void>;
  /** `immediate`: without writing anything down, as at a power cut; the next start recovers. */
  stop(mode?: StopMode): Promise<void>;
};

type StopMode = "fast" | "immediate";

/**
 * Starts the Postgres whose home is the folder `home`, made when it is not there yet, on a free port of this
 * machine only. One that a killed starter left behind is stopped first. `settings` are for postgresql.conf.
 */
export async function startPostgres(
  home: string,
  settings: Readonly<Record<string, string>> = {},
  chosenPort?: number,
): Promise<Postgres> {
  const place = placeOf(home);
  const password = keptSecret(join(home, "password"));
  const log = join(home, "log");
  if (!existsSync(place.data)) await initialise(place, password);
  await stopLeftover(place);

  const port = chosenPort ?? (await freePort());
  const output = openSync(log, "w");
  const child = spawn(join(place.programs, "postgres"), postgresArgs(place, port, settings), {
    ...place.account,
    cwd: place.data,
    env: { ...process.env, LC_ALL: "C" },
    // Its own group: Ctrl-C is for us, who stop it last.
    detached: true,
    stdio: ["ignore", output, output],
  });
  closeSync(output);
  let running = true;
  const ended = once(child, "exit").then(() => {
    running = false;
  });
  const url = (database: string) => address(password, port, database);
  await Promise.race([
    accepting(url("postgres"), () => running),
    ended.then(() => {
      throw new Problem(`Postgres did not start. Its last words, from ${log}:\n${lastWords(log)}`);
    }),
  ]);
  return { url, ended, stop: async (mode) => (running ? stop(place, mode) : undefined) };
}

/** The address of a database of the Postgres that another command keeps running in `home`; null when none does. */
export function runningPostgres(home: string, database: string): string | null {
  const data = join(home, "data");
  if (!existsSync(join(data, "postmaster.pid"))) return null;
  const [pid, folder, , port] = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");
  if (!folder || !commandLine(Number(pid)).includes(folder)) return null;
  return address(keptSecret(join(home, "password")), Number(port), database);
}

function address(password: string, port: number, database: string): string {
  return `postgres://${USER}:${password}@127.0.0.1:${port}/${database}`;
}

/** Stops the Postgres of a home that nobody else will, and removes all of it. */
export async function removePostgres(home: string): Promise<void> {
  const place = placeOf(home);
  await stopLeftover(place);
  rmSync(place.data, { recursive: true, force: true });
  rmSync(home, { recursive: true, force: true });
}

function postgresArgs(place: Place, port: number, settings: Readonly<Record<string, string>>): string[] {
  const all = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    timezone: "UTC",
    log_timezone: "UTC",
    log_checkpoints: "off",
    // What is read here lies in the system's cache mostly: asking another process for each page takes longer than that.
    io_method: "sync",
    ...settings,
  };
  return [
    ...["-D", place.data, "-p", String(port)],
    ...Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ];
}

/** Made beside its place and renamed, so that data that is there is whole. Sorts and folds the same on every machine. */
async function initialise(place: Place, password: string): Promise<void> {
  const unfinished = `${place.data}.new`;
  const passwordFile = `${place.data}.password`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (place.account) {
    for (const path of [unfinished, passwordFile]) chownSync(path, place.account.uid, place.account.gid);
  }
  try {
    await program(place, "initdb", [
      `--pgdata=${unfinished}`,
      `--username=${USER}`,
      `--pwfile=${passwordFile}`,
      ...[
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
      ],
    ]);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(unfinished, place.data);
}

/** After a kill -9 Postgres runs on, or its pid file names a process that is something else by now. */
async function stopLeftover(place: Place): Promise<void> {
  const pidFile = join(place.data, "postmaster.pid");
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, "utf8").split("\n")[0]);
  if (commandLine(pid).includes(place.data)) await stop(place);
  else rmSync(pidFile, { force: true });
}

/** How a process was started; empty when there is none. */
function commandLine(pid: number): string {
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8");
    if (process.platform === "win32") {
      const query = `(Get-CimInstance Win32_Process -Filter "ProcessId=${pid}").CommandLine`;
      return execFileSync("powershell", ["-NoProfile", "-Command", query], { encoding: "utf8" });
    }
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return "";
  }
}

/** Ends every session and, unless it is to be immediate, writes everything down; waits for it. */
async function stop(place: Place, mode: StopMode = "fast"): Promise<void> {
  await program(place, "pg_ctl", ["stop", "-D", place.data, "-m", mode, "-w", "-t", "60"]);
}

async function program(place: Place, name: string, args: readonly string[]): Promise<void> {
  try {
    await execute(join(place.programs, name), args, {
      ...place.account,
      cwd: "/",
      env: { ...process.env, LC_ALL: "C" },
    });
  } catch (error) {
    const said = error instanceof Error && "stderr" in error ? String(error.stderr).trim() : "";
    throw new Problem(`${name} failed. ${said || error}`);
  }
}

/** Settles when it takes connections. Recovering after a kill may take it a while, and then it refuses them. */
async function accepting(url: string, running: () => boolean): Promise<void> {
  while (running()) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : undefined;
      if (code !== "ECONNREFUSED" && code !== STARTING_UP) throw error;
      await pause(20);
    }
  }
}

/** SQLSTATE cannot_connect_now. */
const STARTING_UP = "57P03";

function lastWords(log: string): string {
  return readFileSync(log, "utf8").trim().split("\n").slice(-5).join("\n");
}
