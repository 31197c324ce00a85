import { expect, test } from "vitest";
import { diffWords, type WordPiece } from "./diff-words.ts";

/** Changed pieces in brackets. */
const shown = (pieces: readonly WordPiece[]) =>
  pieces.map(({ text, isChanged }) => (isChanged ? `[${text}]` : text)).join("");

const CASES: [before: string, after: string, shownBefore: string, shownAfter: string][] = [
  ["Crime fell by 12 %.", "Crime fell by 9 %.", "Crime fell by [12] %.", "Crime fell by [9] %."],
  ["2.4 per cent", "2.5 per cent", "[2.4] per cent", "[2.5] per cent"],
  ["1,200 (of 3,400)", "1,300 (of 3,400)", "[1,200] (of 3,400)", "[1,300] (of 3,400)"],
  ["Crime fell sharply.", "Crime fell.", "Crime fell [sharply].", "Crime fell."],
  ["He said so.", "Yesterday he said so.", "He said so.", "[Yesterday] he said so."],
  ["All of it", "Nothing like that", "[All of it]", "[Nothing like that]"],
  ["The same words", "The same words", "The same words", "The same words"],
];

test.each(CASES)("“%s” became “%s”: only what differs is marked", (before, after, first, second) => {
  const pieces = diffWords(before, after);
  expect(shown(pieces.before)).toBe(first);
  expect(shown(pieces.after)).toBe(second);
});

test("the pieces of a side are its text, line ends and all", () => {
  const before = "One  two\n\nthree, four";
  const after = "Zero two\nthree four five ";
  const pieces = diffWords(before, after);
  expect(pieces.before.map(({ text }) => text).join("")).toBe(before);
  expect(pieces.after.map(({ text }) => text).join("")).toBe(after);
});
