import { describe, expect, test } from "vitest";
import { isPaused, isWanted, nextRead } from "./rules.ts";
import { wordsIn } from "./values.ts";

const now = new Date("2026-03-01T10:00:00Z");

test("a feed that fails is asked ever less, and at last not at all", () => {
  const minutes = [0, 1, 2, 5, 9].map(
    (failures) => (nextRead(failures, now).getTime() - now.getTime()) / 60_000,
  );
  expect(minutes).toEqual([30, 60, 120, 960, 1440]);
  expect([9, 10].map((failures) => isPaused({ failures }))).toEqual([false, true]);
});

describe("words", () => {
  test("are what stands between commas, once", () => {
    expect(wordsIn(" tax reform,Tax;،  ضريبة، tax reform ")).toEqual(["tax reform", "Tax", "ضريبة"]);
    expect(wordsIn(" , ")).toEqual([]);
  });

  test.each([
    [[], true],
    [["TAX"], true],
    [["budget"], true],
    [["war", "peace"], false],
  ])("%j: %j", (words, wanted) => {
    expect(isWanted({ title: "A tax on air", summary: "The Budget of 2026" }, words)).toBe(wanted);
  });
});
