import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readShared } from "#lib/testing/corpora.ts";
import { fold } from "../diff/fold.ts";
import { editDistance, isAlike, similarity } from "./similarity.ts";

/** The textbook's table. */
function slowDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min((previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, replaced));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}

test("the edit distance is that of the textbook, across blocks of 32", () => {
  const letters = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 110 });
  fc.assert(
    fc.property(letters, letters, (a, b) => {
      expect(editDistance(a, b)).toBe(slowDistance(a, b));
    }),
  );
});

describe("similarity", () => {
  const cases: [string, string, string, number][] = [
    ["the same words", "It’s so", "it's  so", 1],
    ["nothing in common", "abc", "xyz", 0],
    ["no words at all", "", " ", 1],
    ["words and none", "abc", "", 0],
    ["a word put in", "was found", "was not found", 9 / 13],
    ["an ellipsis", "…", "", 0],
  ];
  test.each(cases)("of %s", (_, a, b, expected) => {
    expect(similarity(a, b)).toBeCloseTo(expected);
    expect(similarity(b, a)).toBeCloseTo(expected);
  });

  test("each worse wording scores lower", () => {
    const wordings = [
      "Many years later",
      "Many yers later",
      "Some years later",
      "Some years after",
      "No one knew",
    ];
    const scores = wordings.map((wording) => similarity("Many years later", wording));
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(new Set(scores).size).toBe(scores.length);
  });

  test("is between 0 and 1, and 1 only for what folds the same", () => {
    const pieces = [
      "a",
      "A",
      "é",
      "e\u0301",
      " ",
      "\n",
      "-",
      "—",
      "…",
      "İ",
      "\u200d",
      "ς",
      "σ",
      "漢",
      "👍",
      "\u0301",
    ];
    const text = fc.string({ unit: fc.constantFrom(...pieces), maxLength: 12 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const score = similarity(a, b);
        expect(score >= 0 && score <= 1).toBe(true);
        expect(isAlike(a, b)).toBe(fold(a) === fold(b));
        if (fold(a) === fold(b)) expect(score).toBe(1);
      }),
      { numRuns: 2_000 },
    );
  });
});

test("texts longer than any claim are compared piece by piece, never taken for more alike than they are", () => {
  const words = Array.from({ length: 3_000 }, (_, index) => `word${index}`);
  const [text, changed] = [
    words.join(" "),
    words.with(0, "first").with(1_500, "middle").with(2_999, "last").join(" "),
  ];
  const score = similarity(text, changed);
  expect(score).toBeGreaterThan(0.9);
  expect(score).toBeLessThan(1);
});

const hypothesis = readShared("corpora/anchoring/hypothesis/match-quote.json");

test.skipIf(hypothesis === null)("ranks ever worse quotes of the same words as Hypothesis does", () => {
  const { ordered }: { ordered: { field: string; descending: string[] }[] } = JSON.parse(hypothesis ?? "{}");
  const quotes = ordered.filter(({ field }) => field === "quote");
  expect(quotes).not.toEqual([]);
  for (const { descending } of quotes) {
    const scores = descending.map((quote) => similarity(quote, descending[0] ?? ""));
    expect(scores).toEqual([...new Set(scores)].toSorted((a, b) => b - a));
  }
});
