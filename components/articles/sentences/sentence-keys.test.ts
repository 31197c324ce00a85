import { expect, test } from "vitest";
import { adjustmentFor, sentenceFor } from "./sentence-keys.ts";

test.each([
  ["ArrowDown", 3, 4],
  ["j", 9, 9],
  ["ArrowUp", 0, 0],
  ["PageDown", 5, 9],
  ["PageUp", 5, 0],
  ["Home", 5, 0],
  ["End", 5, 9],
  ["Enter", 5, null],
  ["toString", 5, null],
])("%s leads from sentence %i to %s, and never beyond the list", (key, index, next) => {
  expect(sentenceFor({ key }, { index, last: 9 })).toBe(next);
});

test("arrows move along the text, whichever way it runs; with Shift they move its end", () => {
  const left = { key: "ArrowLeft", shiftKey: false };
  expect(adjustmentFor(left, "ltr")).toEqual({ edge: "start", by: "earlier" });
  expect(adjustmentFor(left, "rtl")).toEqual({ edge: "start", by: "later" });
  expect(adjustmentFor({ ...left, shiftKey: true }, "ltr")).toEqual({ edge: "end", by: "earlier" });
  expect(adjustmentFor({ key: "}", shiftKey: true }, "rtl")).toEqual({ edge: "end", by: "later" });
  expect(adjustmentFor({ key: "x", shiftKey: false }, "ltr")).toBeNull();
});
