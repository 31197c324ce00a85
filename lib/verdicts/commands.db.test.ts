import { beforeEach, expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import { createScale } from "./commands.ts";
import { canBeGiven, listRatings } from "./queries.ts";
import { DEFAULT_SCALE } from "./schema.ts";

beforeEach(resetDb);

test("a scale's ratings are listed in its order, without those retired", async () => {
  const scaleId = await db.$transaction((tx) => createScale(tx, DEFAULT_SCALE));
  const ratings = await listRatings(scaleId);
  expect(ratings.map(({ key, position }) => [key, position])).toEqual(
    DEFAULT_SCALE.ratings.map(({ key }, index) => [key, index + 1]),
  );

  const retired = ratings[2];
  if (retired === undefined) throw new Error("no third rating");
  await db.rating.update({ where: { id: retired.id }, data: { retiredAt: new Date() } });
  expect(await listRatings(scaleId)).toEqual(ratings.filter(({ id }) => id !== retired.id));
});

test("only a scale's own ratings can be given, and only until they are retired", async () => {
  const scaleId = await db.$transaction((tx) => createScale(tx, DEFAULT_SCALE));
  const otherId = await db.$transaction((tx) => createScale(tx, { ...DEFAULT_SCALE, key: "other" }));
  const ratingId = (await listRatings(scaleId))[0]?.id ?? "";
  expect(await canBeGiven(db, { ratingId, scaleId })).toBe(true);
  expect(await canBeGiven(db, { ratingId, scaleId: otherId })).toBe(false);
  await db.rating.update({ where: { id: ratingId }, data: { retiredAt: new Date() } });
  expect(await canBeGiven(db, { ratingId, scaleId })).toBe(false);
});
