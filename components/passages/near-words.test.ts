import { expect, test } from "vitest";
import { nearWords } from "./near-words.ts";

const context = { text: "It rained all night. The bridge held. Nobody came to see it.", start: 21, end: 37 };

test("one looks where the words before stood, or else those after", () => {
  expect(nearWords("New. It rained all night. So.", context)).toBe(5);
  expect(nearWords("New. Nobody came to see it. So.", context)).toBe(5);
});

test("one begins at the beginning when nothing is left, or too little to know it by", () => {
  expect(nearWords("Something else.", context)).toBe(0);
  expect(nearWords("A text. He said it, so he says.", { text: "He said yes.", start: 8, end: 12 })).toBe(0);
  expect(nearWords("Something else.", null)).toBe(0);
});
