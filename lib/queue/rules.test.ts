import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { placeInLine, placeReasons, waitsSince } from "./rules.ts";

const noon = new Date("2026-03-02T12:00:00Z");
const hours = (count: number) => new Date(noon.getTime() + count * 3_600_000);
const plain = { reach: "normal", deadlineAt: null, embargoUntil: null } as const;

describe("placeInLine", () => {
  test.each([
    ["nothing speaks for it", { points: 0 }, { headStart: 0, dueAt: null }],
    ["an opinion is not held back", { points: -3 }, { headStart: 0, dueAt: null }],
    ["a number and a date", { points: 2 }, { headStart: 12, dueAt: null }],
    ["however much speaks for it", { points: 40 }, { headStart: 48, dueAt: null }],
    ["it reaches many", { points: 0, reach: "wide" }, { headStart: 24, dueAt: null }],
    ["a deadline", { points: 0, deadlineAt: hours(6) }, { headStart: 0, dueAt: hours(6) }],
    ["an embargo", { points: 0, embargoUntil: hours(5) }, { headStart: 0, dueAt: hours(5) }],
    ["both", { points: 0, deadlineAt: hours(6), embargoUntil: hours(5) }, { headStart: 0, dueAt: hours(5) }],
  ] as const)("%s", (_, facts, place) => {
    const standsFrom = hours(-place.headStart);
    expect(placeInLine({ ...plain, enqueuedAt: noon, ...facts })).toEqual({ ...place, standsFrom });
  });

  test("whatever speaks for a newer claim, one that waited three days longer comes first", () => {
    const facts = fc.record({
      points: fc.double({ min: -10, max: 50, noNaN: true }),
      reach: fc.constantFrom("normal" as const, "wide" as const),
    });
    fc.assert(
      fc.property(facts, facts, fc.integer({ min: 73, max: 10_000 }), (older, newer, later) => {
        const first = placeInLine({ ...plain, ...older, enqueuedAt: noon });
        const second = placeInLine({ ...plain, ...newer, enqueuedAt: hours(later) });
        expect(first.standsFrom.getTime()).toBeLessThan(second.standsFrom.getTime());
      }),
    );
  });
});

describe("placeReasons", () => {
  const facts = { ...plain, isHigh: false, highBy: null, worths: [], points: 0, now: noon };

  test("the heaviest come first, and no more of what makes it worth checking than is read at a glance", () => {
    const reasons = placeReasons({
      ...facts,
      isHigh: true,
      highBy: "Rosa",
      deadlineAt: hours(6),
      embargoUntil: hours(7),
      reach: "wide",
      worths: ["number", "date", "actor"],
      points: 3,
    });
    expect(reasons).toEqual([
      { kind: "high", by: "Rosa" },
      { kind: "deadline", at: hours(6), isOver: false },
      { kind: "wide" },
      { kind: "worth", worth: "number" },
      { kind: "worth", worth: "date" },
    ]);
  });

  test("a date that has passed says so, and what moved nothing is not named", () => {
    expect(placeReasons({ ...facts, embargoUntil: noon, worths: ["actor"], points: -1 })).toEqual([
      { kind: "embargo", at: noon, isOver: true },
    ]);
  });
});

test.each([
  [null, null, "now"],
  ["2026-03-02T10:00:00Z", "2026-02-27T09:00:00Z", "then"],
  ["2026-03-01T12:00:00Z", "2026-02-27T09:00:00Z", "then"],
  ["2026-03-01T11:59:59Z", "2026-02-27T09:00:00Z", "now"],
])(
  "a claim taken back at %s that had waited since %s and is submitted now waits since %s",
  (at, since, expected) => {
    const now = new Date("2026-03-02T12:00:00Z");
    const date = (value: string | null) => (value === null ? null : new Date(value));
    const waits = waitsSince({ recalledAt: date(at), waitedSince: date(since) }, now);
    expect(waits).toEqual(expected === "now" ? now : date(since));
  },
);
