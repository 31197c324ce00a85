import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold } from "./fold.ts";
import { listWords } from "./words.ts";

function wordsOf(text: string): string[] {
  const { starts, ends } = listWords(text);
  return Array.from(starts, (start, index) => text.slice(start, ends[index]));
}

describe("words", () => {
  const cases: [string, string, string[]][] = [
    ["with punctuation of their own", "It's so, he said.", ["It", "'", "s", "so", ",", "he", "said", "."]],
    ["and runs of one sign", "Well... so--there!?", ["Well", "...", "so", "--", "there", "!", "?"]],
    ["with their accents, composed or not", "cafe\u0301 café", ["cafe\u0301", "café"]],
    ["over what cannot be seen", "par\u00adlia\u200bment.", ["par\u00adlia\u200bment", "."]],
    ["and numbers", "5 % of 1,000", ["5", "%", "of", "1", ",", "000"]],
    ["of Chinese, one by one", "他说。", ["他", "说", "。"]],
    ["of Japanese with marks", "か\u3099き", ["か\u3099", "き"]],
    ["of Thai with vowels and tones", "ที่นี่", ["ที่", "นี่"]],
    ["of Korean, whole or in parts", "한국\u1112\u1161\u11ab", ["한", "국", "\u1112\u1161\u11ab"]],
    ["of Arabic with vowels", "الأسعارَ ارتفعت", ["الأسعارَ", "ارتفعت"]],
    ["of Hindi", "क्षत्रिय है", ["क्षत्रिय", "है"]],
    ["made of emoji", "👩‍👩‍👧🇩🇪🇫🇷 👍🏽x❤️", ["👩‍👩‍👧", "🇩🇪", "🇫🇷", "👍🏽", "x", "❤️"]],
    ["of characters beyond the first plane", "𠮷野", ["𠮷", "野"]],
    ["in a text of none", " \n\u200b", []],
  ];
  test.each(cases)("%s", (_, text, expected) => {
    // A variation selector changes how the sign before it looks, and is not part of the word.
    expect(wordsOf(text).map((word) => word.replace("\ufe0f", ""))).toEqual(
      expected.map((word) => word.replace("\ufe0f", "")),
    );
  });

  test("tell which of them open a line", () => {
    expect([...listWords("one two\n\n “three” four").opensLine]).toEqual([1, 0, 1, 0, 0, 0]);
  });
});

const pieces = [
  "a",
  "B",
  "é",
  "e\u0301",
  "\u0301",
  "\u0323",
  " ",
  "-",
  "—",
  "…",
  ".",
  "İ",
  "Σ",
  "\u200b",
  "한",
  "\u1112\u1161\u11ab",
  "が",
  "か\u3099",
  "👍",
  "\ud83d",
  "漢",
];
const anyText = fc.oneof(
  fc.string({ unit: fc.constantFrom(...pieces), maxLength: 20 }),
  fc.string({ unit: "binary" }),
);

test("words cover all that is seen, in order, none twice", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { starts, ends } = listWords(text);
      let last = 0;
      for (const [index, start] of starts.entries()) {
        expect(fold(text.slice(last, start))).toBe("");
        expect(ends[index]).toBeGreaterThan(start);
        last = ends[index] ?? 0;
      }
      expect(fold(text.slice(last))).toBe("");
    }),
    { numRuns: 1_000 },
  );
});

test("words that fold the same have the same hash, and others another", () => {
  fc.assert(
    fc.property(anyText, anyText, (a, b) => {
      const text = `${a} | ${b}`;
      const { hashes } = listWords(text);
      const folded = wordsOf(text).map(fold);
      for (const [index, word] of folded.entries()) {
        const first = folded.indexOf(word);
        expect(hashes[index]).toBe(hashes[first]);
        expect(hashes.indexOf(hashes[index] ?? 0)).toBe(first);
      }
    }),
    { numRuns: 1_000 },
  );
});
