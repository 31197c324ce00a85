import { expect, test } from "vitest";
import { decodeCursor, encodeCursor, instantAndId, pageOf } from "./cursor.ts";

const id = "019c0000-0000-7000-8000-000000000000";
const at = new Date("2026-03-02T12:00:00.123Z");

test("a cursor comes back as it went out, and can stand in an address", () => {
  const cursor = encodeCursor([at, id]);
  expect(cursor).toMatch(/^[\w-]+$/);
  expect(decodeCursor(cursor, instantAndId)).toEqual([at, id]);
});

test.each([
  undefined,
  null,
  "",
  "not one of ours",
  encodeCursor([]),
  encodeCursor([at]),
  encodeCursor(["yesterday", id]),
  encodeCursor([-1, id]),
  encodeCursor([253_402_300_800_000, id]),
  encodeCursor([at, "'; DROP TABLE claims"]),
  encodeCursor([at, id, 1]),
])("%j is none", (cursor) => {
  expect(decodeCursor(cursor, instantAndId)).toBeNull();
});

test("a page knows whether the list goes on", () => {
  const order = (row: number) => [row];
  expect(pageOf([1, 2, 3], 2, order)).toEqual({ items: [1, 2], next: encodeCursor([2]) });
  expect(pageOf([1, 2], 2, order)).toEqual({ items: [1, 2], next: null });
  expect(pageOf([], 2, order)).toEqual({ items: [], next: null });
});
