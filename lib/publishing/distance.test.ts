import fc from "fast-check";
import { expect, test } from "vitest";
import { distance } from "./distance.ts";

test.each<[string, string, number]>([
  ["", "", 0],
  ["tax", "tax", 0],
  ["tax", "", 3],
  ["vacine", "vaccine", 1],
  ["histroy", "history", 1],
  ["climte", "climate", 1],
  ["kitten", "sitting", 3],
  ["москва", "масква", 1],
])("%s and %s are %i apart", (a, b, apart) => {
  expect(distance(a, b)).toBe(apart);
});

test("it is the same both ways, and nothing only between equals", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      expect(distance(a, b)).toBe(distance(b, a));
      expect(distance(a, b) === 0).toBe(a === b);
    }),
  );
});
