import fc from "fast-check";
import { expect, test } from "vitest";
import { sentenceKey } from "./sentence-key.ts";

test("is the same for the same words however they are typed", () => {
  const key = sentenceKey("He said: “It’s 4 % — at most.”");
  expect(sentenceKey('he  said: "It\'s 4 % - at most."')).toBe(key);
  expect(sentenceKey("He said: “It’s 5 % — at most.”")).not.toBe(key);
  expect(sentenceKey("Café".normalize("NFD"))).toBe(sentenceKey("CAFÉ"));
});

test("is sixteen digits for any words", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (words) => {
      expect(sentenceKey(words)).toMatch(/^[0-9a-f]{16}$/);
    }),
  );
});

test("tells a hundred thousand sentences apart", () => {
  const keys = new Set(
    Array.from({ length: 100_000 }, (_, number) => sentenceKey(`Sentence number ${number}.`)),
  );
  expect(keys.size).toBe(100_000);
});
