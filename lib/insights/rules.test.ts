import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { areFew, dateRange, endOf, isUnsettled, periodsIn, rangeQuery, readingOf, unitFor } from "./rules.ts";

const TODAY = "2026-11-28";

describe("a range of days", () => {
  test.each([
    [{}, { preset: "quarter", from: "2026-08-30", to: TODAY }],
    [{ range: "30d" }, { preset: "30d", from: "2026-10-30", to: TODAY }],
    [{ range: "year" }, { preset: "year", from: "2025-11-29", to: TODAY }],
    [{ range: "all" }, { preset: "all", from: null, to: TODAY }],
    [{ range: "decade" }, { preset: "quarter", from: "2026-08-30", to: TODAY }],
    [
      { from: "2026-01-01", to: "2026-03-31" },
      { preset: null, from: "2026-01-01", to: "2026-03-31" },
    ],
    [{ from: "2026-01-01" }, { preset: null, from: "2026-01-01", to: TODAY }],
    [{ to: "2026-03-31" }, { preset: null, from: null, to: "2026-03-31" }],
    [
      { from: "2026-03-31", to: "2026-01-01" },
      { preset: null, from: "2026-01-01", to: "2026-03-31" },
    ],
    [
      { from: "2026-02-30", to: "soon", range: "all" },
      { preset: "all", from: null, to: TODAY },
    ],
    [
      { from: "0026-01-01", to: "9999-01-01" },
      { preset: null, from: "2000-01-01", to: TODAY },
    ],
    [
      { from: "2026-01-01", range: "all" },
      { preset: null, from: "2026-01-01", to: TODAY },
    ],
  ])("asked for by %j is %j", (asked, range) => {
    expect(dateRange(asked, TODAY)).toEqual(range);
  });

  test("comes back the same from the address it makes, whatever was asked for", () => {
    const text = fc.option(fc.oneof(fc.string(), fc.date().map(isoDay)), { nil: undefined });
    fc.assert(
      fc.property(text, text, text, (range, from, to) => {
        const found = dateRange({ range, from, to }, TODAY);
        const query = Object.fromEntries(new URLSearchParams(rangeQuery(found)));
        expect(dateRange(query, TODAY)).toEqual(found);
        expect((found.from ?? "") <= found.to && found.to <= TODAY).toBe(true);
      }),
    );
  });

  test("ends with its last day", () => {
    expect(endOf({ preset: null, from: null, to: "2026-12-31" })).toBe("2027-01-01");
  });
});

const isoDay = (date: Date) => (Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, 10));

describe("weeks and months", () => {
  test("of a range are all there, those without anything too", () => {
    const range = dateRange({ from: "2026-11-04", to: "2026-11-24" }, TODAY);
    expect(unitFor(range, null)).toBe("week");
    expect(periodsIn(range, "week", null)).toEqual(["2026-11-02", "2026-11-09", "2026-11-16", "2026-11-23"]);
  });

  test("of more than a year are months, the short ones not left out", () => {
    const range = dateRange({ from: "2024-12-31", to: "2026-03-01" }, TODAY);
    expect(unitFor(range, null)).toBe("month");
    expect(periodsIn(range, "month", null)).toHaveLength(16);
    expect(periodsIn(range, "month", null).slice(0, 3)).toEqual(["2024-12-01", "2025-01-01", "2025-02-01"]);
  });

  test("of all time begin where anything did, and of nothing there are none", () => {
    const range = dateRange({ range: "all" }, TODAY);
    expect(periodsIn(range, unitFor(range, "2026-11-20"), "2026-11-20")).toEqual([
      "2026-11-16",
      "2026-11-23",
    ]);
    expect(periodsIn(range, unitFor(range, null), null)).toEqual([]);
  });
});

test("few are fewer than ten", () => {
  expect([0, 9, 10, 11].map(areFew)).toEqual([true, true, false, false]);
});

test.each([
  [1, "reliable"],
  [0.8, "reliable"],
  [0.79, "tentative"],
  [0.667, "tentative"],
  [0.66, "weak"],
  [0.01, "weak"],
  [0, "none"],
  [-0.4, "none"],
] as const)("an agreement of %d is %s", (value, reading) => {
  expect(readingOf(value)).toBe(reading);
});

test("a reading is unsettled when the interval reaches into another", () => {
  expect(isUnsettled({ value: 0.85, low: 0.81, high: 0.9 })).toBe(false);
  expect(isUnsettled({ value: 0.85, low: 0.6, high: 1 })).toBe(true);
});
