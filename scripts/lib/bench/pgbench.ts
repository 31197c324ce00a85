import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The program that comes with Postgres: from `PGBENCH`, or wherever the system finds it. */
const PGBENCH = process.env.PGBENCH ?? "pgbench";

/** Whether there is one: the Postgres we bring along has none. */
export async function hasPgbench(): Promise<boolean> {
  return await run(PGBENCH, ["--version"]).then(
    () => true,
    () => false,
  );
}

/** Transactions a second, and the milliseconds of each. */
export type PgbenchRun = { rate: number; ms: number[] };

/** Runs one statement, prepared, over so many connections for so long. `$1` in it is one of `ids`, at random. */
export async function pgbench(
  url: string,
  {
    statement,
    ids,
    clients,
    seconds,
  }: { statement: string; ids: readonly string[]; clients: number; seconds: number },
): Promise<PgbenchRun> {
  const base = join(tmpdir(), `proofmark-${randomUUID()}`);
  const scripts = ids.map((_, at) => `${base}-${at}.sql`);
  try {
    for (const [at, id] of ids.entries()) {
      writeFileSync(scripts[at] ?? base, `${statement.replaceAll("$1", `'${id}'::uuid`)};\n`);
    }
    const { stdout } = await run(PGBENCH, [
      ...["--no-vacuum", "--protocol=prepared", `--client=${clients}`, `--time=${seconds}`],
      ...["--log", `--log-prefix=${base}`],
      ...scripts.map((file) => `--file=${file}`),
      url,
    ]);
    const rate = Number(/^tps = ([\d.]+)/m.exec(stdout)?.[1]);
    if (!(rate > 0)) throw new Error(`pgbench said:\n${stdout}`);
    return { rate, ms: timesOf(base) };
  } finally {
    for (const file of filesOf(base)) rmSync(file, { force: true });
  }
}

function filesOf(base: string): string[] {
  const folder = dirname(base);
  const names = readdirSync(folder).filter((name) => name.startsWith(basename(base)));
  return names.map((name) => join(folder, name));
}

/** Its logs have a line for each transaction: client, number, microseconds, and more. */
function timesOf(base: string): number[] {
  const logs = filesOf(base).filter((file) => !file.endsWith(".sql"));
  const lines = logs.flatMap((file) => readFileSync(file, "utf8").trim().split("\n"));
  return lines.map((line) => Number(line.split(" ")[2]) / 1_000);
}
