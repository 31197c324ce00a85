import fc from "fast-check";
import { expect, test } from "vitest";
import { addressOf } from "#lib/delivery/addresses.ts";
import { filterMarks, isNarrowed, type ListFilter, listAddress, listFilter } from "./list-filter.ts";

const NOTHING = listFilter({});

const CASES: [Record<string, string | string[]>, Partial<ListFilter>][] = [
  [{}, {}],
  [{ q: "  tax cuts " }, { search: "tax cuts", order: "relevance" }],
  [
    { q: "tax", sort: "date" },
    { search: "tax", order: "date" },
  ],
  [{ q: ["tax", "cuts"] }, { search: "tax", order: "relevance" }],
  [{ sort: "relevance" }, {}],
  [{ verdict: "false" }, { verdict: "false" }],
  [{ verdict: "FALSE" }, {}],
  [{ verdict: "__proto__" }, {}],
  [
    { topic: "health", claimant: "ana", publisher: "The Paper", language: "fr" },
    { topic: "health", claimant: "ana", publisher: "The Paper", language: "fr" },
  ],
  [{ language: "fr-BE" }, {}],
  [{ from: "2026-02-30", to: "yesterday" }, {}],
  [
    { from: "2026-02-03", to: "2026-02-01" },
    { from: "2026-02-01", to: "2026-02-03" },
  ],
  [{ from: "0000-01-01", to: "9999-01-01" }, {}],
  [{ topic: "\0" }, {}],
  [{ toString: "x", constructor: "y" }, {}],
];

test.each(CASES)("%j asks for %j", (params, filter) => {
  expect(listFilter(params)).toEqual({ ...NOTHING, ...filter });
});

test("the whole list is not narrowed, and its order by itself narrows nothing", () => {
  expect(isNarrowed(NOTHING)).toBe(false);
  expect(isNarrowed(listFilter({ sort: "date" }))).toBe(false);
  expect(isNarrowed(listFilter({ to: "2026-01-01" }))).toBe(true);
  expect(filterMarks(listFilter({ verdict: "mixed", topic: "a:b" }))).toEqual(["verdict:mixed", "topic:a:b"]);
});

test("any address makes a filter, whose own address asks for the same and is the one it is kept under", () => {
  const value = fc.oneof(
    fc.string({ unit: "binary", maxLength: 30 }),
    fc.constantFrom("false", "date", "en", "2026-01-02", "2025-12-31"),
  );
  const names = ["q", "verdict", "topic", "claimant", "publisher", "language", "from", "to", "sort"];
  const params = fc.dictionary(fc.constantFrom(...names), fc.oneof(value, fc.array(value)));
  fc.assert(
    fc.property(params, (asked) => {
      const filter = listFilter(asked);
      const address = listAddress(filter, "cursor");
      expect(listFilter(Object.fromEntries(new URL(address, "http://x").searchParams))).toEqual(filter);
      expect(addressOf(address)?.key).toBe(address);
    }),
  );
});
