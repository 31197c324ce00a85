import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold } from "./fold.ts";
import { foldedView } from "./folded-view.ts";
import { foldLetters } from "./letters.ts";

describe("fold", () => {
  const cases: [string, string, string][] = [
    ["case", "Was FOUND", "was found"],
    ["quotation marks", "“It’s” «so» ‚or‘ ‹not›", `"it's" "so" 'or' 'not'`],
    ["dashes, alone and in a row", "1914–1918 -- a — b − c", "1914-1918 - a - b - c"],
    ["white space, and none at the ends", " a\u00a0 b\n\nc\u3000d\t", "a b c d"],
    ["composed and decomposed", "cafe\u0301", "café"],
    ["what cannot be seen", "par\u00adlia\u200bment \ufeffnow\u200e", "parliament now"],
    ["an ellipsis", "And… so", "and... so"],
    ["the Greek s at the end of a word", "ΟΔΟΣ οδός", "οδοσ οδόσ"],
    ["a letter whose small form is two", "İstanbul", "i\u0307stanbul"],
    ["another number", "5 %", "5 %"],
    ["nothing", " \u200b ", ""],
  ];
  test.each(cases)("unifies %s", (_, words, folded) => {
    expect(fold(words)).toBe(folded);
  });

  test("keeps words apart that mean something else", () => {
    for (const [a, b] of [
      ["5 %", "6 %"],
      ["was", "was not"],
      ["the rapist", "therapist"],
      ["Brücke", "Brucke"],
    ]) {
      expect(fold(a ?? "")).not.toBe(fold(b ?? ""));
    }
  });
});

const pieces = [
  "a",
  "Z",
  "é",
  "e\u0301",
  "\u0323",
  "\u0301",
  " ",
  "\n",
  "\u00a0",
  "-",
  "—",
  "…",
  "İ",
  "Σ",
  "\u200d",
  "\u200b",
  "\ufe0f",
  "한",
  "\u1112\u1161\u11ab",
  "\u212b",
  "か\u3099",
  "क्ष",
  "👍🏽",
  "👩‍👩‍👧",
  "\ud83d",
  "“",
  "'",
];
const anyText = fc.oneof(
  fc.string({ unit: fc.constantFrom(...pieces), maxLength: 20 }),
  fc.string({ unit: "binary" }),
);

test("the quick way folds as the long way does, and folding again changes nothing", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const folded = fold(text);
      expect(folded).toBe(foldLetters(text).replace(/\s+/g, " ").trim());
      expect(fold(folded)).toBe(folded);
    }),
    { numRuns: 2_000 },
  );
});

test("the view with offsets is the folded text, and its offsets lead back in order", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const view = foldedView(text);
      expect(view.text.trim()).toBe(fold(text));
      expect(view.offsets).toHaveLength(view.text.length + 1);
      expect([...view.offsets]).toEqual([...view.offsets].sort((a, b) => a - b));
    }),
    { numRuns: 2_000 },
  );
});
