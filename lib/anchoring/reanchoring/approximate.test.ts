import { describe, expect, test } from "vitest";
import { readShared } from "#lib/testing/corpora.ts";
import { approximate, LONGEST_APPROXIMATE } from "./approximate.ts";

const all = (text: string) => ({ start: 0, end: text.length });

describe("approximate", () => {
  test("finds the stretch most like the words, looking only in the window", () => {
    const text = "a blind mouse and a blond mouse";
    const words = (from: number) =>
      approximate(text, { start: from, end: text.length }, "blond", 0.5).map(({ start, end }) =>
        text.slice(start, end),
      );
    expect(words(0)).toEqual(["blond"]);
    expect(approximate(text, { start: 0, end: 14 }, "blond", 0.5)[0]).toMatchObject({
      start: 2,
      end: 7,
      score: 0.8,
    });
  });

  test("leads back through what folds to another length", () => {
    const text = "x… e\u0301 “Ünter\u00adwegs”  so";
    const [found] = approximate(text, all(text), '"unterwegs" so', 0.7);
    expect(text.slice(found?.start, found?.end)).toBe("“Ünter\u00adwegs”  so");
  });

  test("finds nothing below the lowest score, for no words, or for more words than a claim has", () => {
    expect(approximate("abc", all("abc"), "xyz", 0.1)).toEqual([]);
    expect(approximate("abc", all("abc"), " ", 0)).toEqual([]);
    expect(approximate("abc", all("abc"), "a".repeat(LONGEST_APPROXIMATE + 1), 0)).toEqual([]);
  });
});

type SearchCase = {
  text: string;
  pattern: string;
  maxErrors?: number;
  matches: { start: number; end: number; errors: number }[];
};
const cases = readShared("corpora/anchoring/approx-string-match.json");

/** Patterns whose folded form is another: two spaces count as one here, and a line break as a space. */
const FOLDED_OTHERWISE = new Set([
  "square  and",
  " well.\n \n2. The First Americans\nThe last global ice age trapped ",
]);

test.skipIf(cases === null)("finds what the search it stands on finds in its own test cases", () => {
  const known: SearchCase[] = JSON.parse(cases ?? "[]");
  expect(known).not.toEqual([]);
  for (const { text, pattern, matches } of known.filter((each) => !FOLDED_OTHERWISE.has(each.pattern))) {
    const found = approximate(text, all(text), pattern, 0.5).map(({ start, end }) => ({ start, end }));
    expect(found.length > 0).toBe(matches.length > 0);
    // Of several beginnings equally good for one end it names one; the cases name them all.
    const places = matches.map(({ start, end }) => ({ start, end }));
    for (const place of found) expect(places).toContainEqual(place);
  }
});
