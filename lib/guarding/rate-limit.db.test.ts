import { beforeEach, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { purgeLimits, withinLimit } from "./rate-limit.ts";

beforeEach(resetDb);

const LIMIT = { name: "test", most: 3, milliseconds: 60_000 };
const NOW = new Date("2026-03-02T12:00:00.000Z");
const after = (milliseconds: number) => new Date(NOW.getTime() + milliseconds);

test("of many at once no more are let through than the limit says", async () => {
  const tries = Array.from({ length: 20 }, () => withinLimit(LIMIT, "192.0.2.1", NOW));
  expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(3);
});

test("each sender has their own, and it begins anew when its time is over", async () => {
  for (let at = 0; at < 4; at += 1) await withinLimit(LIMIT, "192.0.2.1", NOW);
  expect(await withinLimit(LIMIT, "192.0.2.1", after(59_999))).toBe(false);
  expect(await withinLimit(LIMIT, "192.0.2.2", NOW)).toBe(true);
  expect(await withinLimit(LIMIT, "192.0.2.1", after(60_000))).toBe(true);
});

test("what is kept names nobody, and goes when its time is over", async () => {
  await withinLimit(LIMIT, "192.0.2.1", NOW);
  const [{ key = "" } = {}] = await db.rateLimit.findMany();
  expect(key).toMatch(/^test:[\w-]{22}$/u);
  expect(await purgeLimits({ now: after(59_999) })).toBe(0);
  expect(await purgeLimits({ now: after(60_000) })).toBe(1);
});
