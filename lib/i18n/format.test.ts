import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatter } from "./format.ts";

const london = formatter({ locale: "en-GB", timeZone: "Europe/London" });
const at = (iso: string) => new Date(iso);

describe("a time near now", () => {
  const now = at("2026-11-28T12:00:00Z");
  test.each([
    ["2026-11-28T18:00:00Z", "today 18:00"],
    ["2026-11-29T09:30:00Z", "tomorrow 09:30"],
    ["2026-11-27T23:59:00Z", "yesterday 23:59"],
    ["2026-12-01T10:00:00Z", "Tue 10:00"],
    ["2026-12-06T10:00:00Z", "6 Dec 2026, 10:00"],
    ["2026-11-25T10:00:00Z", "25 Nov 2026, 10:00"],
  ])("%s is said as %s", (value, said) => {
    expect(london.near(at(value), now)).toBe(said);
  });
});

describe("how long ago", () => {
  const now = at("2026-11-29T12:00:00Z");
  test.each([
    ["2026-11-29T12:00:00Z", "now"],
    ["2026-11-29T11:59:15Z", "45 sec ago"],
    ["2026-11-29T11:30:00Z", "30 min ago"],
    ["2026-11-27T13:00:00Z", "1 day ago"],
    ["2026-10-20T12:00:00Z", "1 mo ago"],
    ["2025-11-20T12:00:00Z", "1 yr ago"],
    ["2026-12-02T12:00:00Z", "in 3 days"],
  ])("%s is said as %s, which counts and names no day that it may not be", (value, said) => {
    expect(london.since(at(value), now)).toBe(said);
  });
});

describe("a time on the newsroom's clock", () => {
  test("is an instant, in summer and in winter", () => {
    expect(london.instant("2026-11-28T18:00")).toEqual(at("2026-11-28T18:00:00Z"));
    expect(london.instant("2026-06-28T18:00")).toEqual(at("2026-06-28T17:00:00Z"));
    // The day before has a year of three digits. London was behind by a minute and a quarter, of which whole ones count.
    expect(london.instant("1000-01-01T00:00")).toEqual(at("1000-01-01T00:02:00Z"));
    expect(london.local(at("2026-06-28T17:00:00Z"))).toBe("2026-06-28T18:00");
    expect([london.instant(null), london.instant(undefined)]).toEqual([null, undefined]);
  });

  test("that is skipped or comes twice is one near it", () => {
    expect(london.local(london.instant("2026-03-29T01:30"))).toMatch(/^2026-03-29T0[02]:30$/);
    expect(london.instant("2026-10-25T01:30")).toEqual(at("2026-10-25T00:30:00Z"));
  });

  test("comes back as it was, in every zone", () => {
    const minute = fc.integer({ min: 0, max: 60_000_000 }).map((count) => new Date(count * 60_000));
    const zones = [
      "UTC",
      "Europe/London",
      "America/St_Johns",
      "Australia/Lord_Howe",
      "Pacific/Chatham",
      "Asia/Kolkata",
    ];
    fc.assert(
      fc.property(minute, fc.constantFrom(...zones), (value, timeZone) => {
        const format = formatter({ locale: "en", timeZone });
        const local = format.local(value);
        expect(format.local(format.instant(local))).toBe(local);
      }),
    );
  });
});

test.each([
  [0, "< 1 min"],
  [42, "< 1 min"],
  [150, "3 mins"],
  [5_400, "1.5 hrs"],
  [216_000, "2.5 days"],
])("%d seconds are said as %s", (seconds, said) => {
  expect(london.duration(seconds)).toBe(said);
});
