import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { execute, withClient } from "./database.ts";
import { type Postgres, removePostgres, runningPostgres, startPostgres } from "./postgres.ts";
import { DATA } from "./root.mjs";

// Swept with the throwaway servers should this process be killed.
const home = join(DATA, `throwaway-${process.pid}`);

afterEach(() => removePostgres(home));

const start = () => startPostgres(home, { fsync: "off" });

function words(postgres: Postgres): Promise<string[]> {
  return withClient(postgres.url("postgres"), async (client) => {
    const { rows } = await client.query<{ word: string }>("SELECT word FROM kept");
    return rows.map(({ word }) => word);
  });
}

const keep = ["CREATE TABLE kept (word text)", "INSERT INTO kept VALUES ('here')"];

test("what is stopped and started again has its data", async () => {
  const first = await start();
  await execute(first.url("postgres"), keep);
  await first.stop();
  const second = await start();
  expect(await words(second)).toEqual(["here"]);
});

test("one that a killed starter left running is stopped, and started with all it was told", async () => {
  const left = await start();
  await execute(left.url("postgres"), keep);
  const next = await start();
  await left.ended;
  expect(await words(next)).toEqual(["here"]);
});

test("a pid file that names some other process by now is no obstacle, and that process lives on", async () => {
  await (await start()).stop();
  writeFileSync(join(home, "data/postmaster.pid"), `${process.pid}\n${join(home, "data")}\n`);
  expect(runningPostgres(home, "postgres")).toBeNull();
  const next = await start();
  expect(runningPostgres(home, "postgres")).toBe(next.url("postgres"));
});

test("data that was only half made when the starter was killed is made again", async () => {
  mkdirSync(join(home, "data.new"), { recursive: true });
  writeFileSync(join(home, "data.new/half"), "");
  await start();
  expect(existsSync(join(home, "data.new"))).toBe(false);
});

test("only this machine and only who has the password gets in", async () => {
  const postgres = await start();
  const log = readFileSync(join(home, "log"), "utf8");
  expect(log).toContain('listening on IPv4 address "127.0.0.1"');
  expect(log.match(/listening on/g)).toHaveLength(1);
  expect(statSync(join(home, "password")).mode & 0o077).toBe(0);
  const guess = Object.assign(new URL(postgres.url("postgres")), { password: "guess" });
  await expect(execute(guess.href, ["SELECT 1"])).rejects.toThrow("password authentication failed");
});
