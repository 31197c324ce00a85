import fc from "fast-check";
import { expect, test } from "vitest";
import { spansOf, wordsIn } from "./highlights.ts";

const words = (text: string) => wordsIn(text).map(({ word }) => word);

test.each<[string, string[]]>([
  ["Taxes fell, “again”.", ["Taxes", "fell", "again"]],
  ["l’été 1,5", ["l", "été", "1", "5"]],
  ["e\u0301te\u0301", ["e\u0301te\u0301"]],
  ["東京都の", ["東京", "京都", "都の"]],
  ["NATO東京", ["NATO", "東京"]],
  ["水", ["水"]],
  ["!?", []],
])("the words of %j", (text, found) => {
  expect(words(text)).toEqual(found);
});

test("marks lie on the words, in order, and touch no other", () => {
  const text = fc.string({ unit: "binary" });
  fc.assert(
    fc.property(text, fc.func(fc.boolean()), (given, isFound) => {
      let end = 0;
      for (const span of spansOf(given, (word) => isFound(word))) {
        expect(span.start).toBeGreaterThanOrEqual(end);
        expect(span.end).toBeGreaterThan(span.start);
        end = span.end;
      }
      expect(end).toBeLessThanOrEqual(given.length);
    }),
  );
});

test("neighbours that were found are one mark", () => {
  expect(spansOf("東京都", () => true)).toEqual([{ start: 0, end: 3 }]);
});
