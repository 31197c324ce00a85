import { expect, test } from "vitest";
import { firstOf, pathPart } from "./search-params.ts";

test("of a parameter only its first value counts, and an empty one is none", () => {
  expect(firstOf(["a", "b"])).toBe("a");
  expect(firstOf("a")).toBe("a");
  expect([firstOf(""), firstOf([]), firstOf(undefined)]).toEqual([undefined, undefined, undefined]);
});

test.each([
  ["nato-was-founded", "nato-was-founded"],
  ["%D9%87%D9%84-%D9%87%D8%B0%D8%A7", "هل-هذا"],
  ["%E5%8C%97%E7%BA%A6-1949", "北约-1949"],
  ["%E0%A4%A", "%E0%A4%A"],
  ["100%", "100%"],
  // Decoded once: what it says then is what it says.
  ["%2561%252F", "%61%2F"],
])("the part %s of a path is %s", (encoded, part) => {
  expect(pathPart(encoded)).toBe(part);
});
