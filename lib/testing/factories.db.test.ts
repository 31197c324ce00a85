import { expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { makeNewsroom } from "./factories.ts";
import { resetDb } from "./reset-db.ts";

test("of many that need the newsroom at once all get the same one", async () => {
  await resetDb();
  const made = await Promise.all(Array.from({ length: 8 }, () => makeNewsroom()));
  expect(new Set(made.map(({ scaleId }) => scaleId)).size).toBe(1);
  expect(await db.scale.count()).toBe(1);
});
