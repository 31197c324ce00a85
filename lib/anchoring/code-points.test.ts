import fc from "fast-check";
import { expect, test } from "vitest";
import { codePointsUpTo } from "./code-points.ts";

test.each([
  ["plain", 5, 5],
  ["a𝒳b", 3, 2],
  ["👩‍👩‍👧 so", 8, 5],
  ["", 0, 0],
])("in %j, %i code units are %i code points", (text, offset, count) => {
  expect(codePointsUpTo(text)(offset)).toBe(count);
});

test("whatever stands before, and in whatever order it is asked, the code points counted are the words", () => {
  const part = fc.string({ unit: "binary" });
  fc.assert(
    fc.property(part, part, part, (before, words, after) => {
      const text = before + words + after;
      const upTo = codePointsUpTo(text);
      const end = upTo(before.length + words.length);
      expect(Array.from(text).slice(upTo(before.length), end).join("")).toBe(words);
    }),
  );
});
