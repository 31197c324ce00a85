import { describe, expect, test } from "vitest";
import { fileNameOf, isCopyDue, isStalled, keepsByItself, PATIENCE, stallsIn } from "./rules.ts";

const now = new Date("2026-01-19T12:00:00Z");
const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds);
const HOUR = 3_600_000;

test.each([
  ["nobody asked for one yet", null, true],
  ["one is waited for", { state: "waiting", createdAt: ago(PATIENCE) }, false],
  ["one was waited for in vain", { state: "waiting", createdAt: ago(PATIENCE + 1) }, true],
  ["one was kept this morning", { state: "kept", createdAt: ago(3 * HOUR) }, false],
  ["one was kept the day before yesterday", { state: "kept", createdAt: ago(48 * HOUR) }, true],
  ["it failed just now", { state: "failed", createdAt: ago(60_000) }, false],
  ["it failed two days ago", { state: "failed", createdAt: ago(48 * HOUR) }, true],
] as const)("a copy is due or not when %s", (_, newest, isDue) => {
  expect(isCopyDue(newest, now)).toBe(isDue);
});

test("only what waits can be stalled", () => {
  expect(isStalled({ state: "kept", createdAt: ago(48 * HOUR) }, now)).toBe(false);
});

test("what waits stalls when its time is over, and nothing else does", () => {
  const waiting = (age: number) => ({ state: "waiting", createdAt: ago(age) }) as const;
  expect(stallsIn([{ state: "kept", createdAt: ago(0) }], now)).toBeNull();
  expect(stallsIn([waiting(PATIENCE + 1)], now)).toBeNull();
  const left = stallsIn([waiting(1_000), waiting(60_000)], now) ?? 0;
  expect(isStalled(waiting(60_000), new Date(now.getTime() + left - 1))).toBe(false);
  expect(isStalled(waiting(60_000), new Date(now.getTime() + left))).toBe(true);
});

describe("a copy is kept by itself", () => {
  test.each([
    ["public", null, true],
    ["public", "The page does not change.", false],
    ["confidential", null, false],
    ["confidential", "It would tell them.", false],
  ] as const)("of a %s source without a copy because %j: %j", (visibility, noSnapshotReason, keeps) => {
    expect(keepsByItself({ visibility, noSnapshotReason })).toBe(keeps);
  });
});

test.each([
  ["text/html; charset=utf-8", "0123456789abcdef.html"],
  ["Application/PDF", "0123456789abcdef.pdf"],
  ["application/x-evil", "0123456789abcdef.bin"],
  ["constructor", "0123456789abcdef.bin"],
  [null, "0123456789abcdef.bin"],
])("a file of type %j is called %s", (contentType, name) => {
  expect(fileNameOf({ sha256: "0123456789abcdef".repeat(4), contentType })).toBe(name);
});
