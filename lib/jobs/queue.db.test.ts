import { PgBoss } from "pg-boss";
import { beforeEach, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { TIMETABLE } from "./definitions.ts";
import { enqueue, installQueue } from "./queue.ts";

beforeEach(resetDb);

function waiting(): Promise<{ name: string }[]> {
  return db.$queryRaw<{ name: string }[]>`SELECT name FROM pgboss.job WHERE name = 'leases.expire'`;
}

test("a job asked for in a transaction that is rolled back was never there", async () => {
  const rolledBack = db.$transaction(async (tx) => {
    await enqueue(tx, "leases.expire", {});
    throw new Error("changed my mind");
  });
  await expect(rolledBack).rejects.toThrow("changed my mind");
  expect(await waiting()).toEqual([]);
});

test("a job is there when its transaction commits, and not before", async () => {
  await db.$transaction(async (tx) => {
    await enqueue(tx, "leases.expire", {});
    expect(await waiting()).toEqual([]);
  });
  expect(await waiting()).toHaveLength(1);
});

test("installing again changes nothing but takes jobs off the timetable that are no longer on it", async () => {
  const connectionString = process.env.DATABASE_URL ?? "";
  await db.$executeRaw`UPDATE pgboss.schedule SET cron = '5 5 5 5 5' WHERE name = 'sessions.purge'`;
  const queue = await new PgBoss({ connectionString, schedule: false, supervise: false }).start();
  await queue.createQueue("old.job");
  await queue.schedule("old.job", "* * * * *");
  await queue.stop();

  await installQueue({ connectionString });

  const rows = await db.$queryRaw<{ name: string; cron: string }[]>`SELECT name, cron FROM pgboss.schedule`;
  expect(new Map(rows.map(({ name, cron }) => [name, cron]))).toEqual(TIMETABLE);
});
