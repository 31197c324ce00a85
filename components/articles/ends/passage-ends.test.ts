import { describe, expect, test } from "vitest";
import { assembleBlocks } from "#lib/anchoring/blocks.ts";
import { type Edge, withEnd, withStep } from "./passage-ends.ts";

const { text, blocks } = assembleBlocks([
  { type: "paragraph", text: "It cost ten million. All paid 👩‍👩‍👧 here." },
  { type: "paragraph", text: "It opened." },
]);
const article = { text, blocks, language: "en", direction: "ltr" } as const;

function spanOf(words: string) {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
}

const wordsOf = (span: { start: number; end: number } | null) => span && text.slice(span.start, span.end);

describe("an end put somewhere", () => {
  const cases: [edge: Edge, at: number, words: string | null][] = [
    ["end", text.indexOf(". All"), "ten million"],
    ["end", text.indexOf(" million"), "ten"],
    ["end", text.indexOf("million"), "ten"],
    ["end", text.indexOf("ten"), null],
    ["end", 0, null],
    ["start", 0, "It cost ten"],
    ["start", text.indexOf(" ten"), "ten"],
    ["start", text.indexOf(" million"), null],
    // Inside the family: it stays whole.
    ["end", text.indexOf("👩") + 4, "ten million. All paid 👩‍👩‍👧"],
    ["end", text.length + 40, "ten million. All paid 👩‍👩‍👧 here.\n\nIt opened."],
  ];
  test.each(cases)("the %s at %i: %s", (edge, at, words) => {
    expect(wordsOf(withEnd(text, spanOf("ten"), { edge, at }))).toBe(words);
  });
});

describe("a step of an end", () => {
  type Step = Parameters<typeof withStep>[2];
  const cases: [from: string, Step, to: string | null][] = [
    ["ten", { edge: "end", by: "character", toward: "later" }, "ten m"],
    ["ten m", { edge: "end", by: "character", toward: "earlier" }, "ten"],
    ["cost ten", { edge: "start", by: "character", toward: "earlier" }, "t cost ten"],
    ["t cost ten", { edge: "start", by: "character", toward: "later" }, "cost ten"],
    ["ten", { edge: "end", by: "word", toward: "later" }, "ten million"],
    ["ten million", { edge: "end", by: "word", toward: "earlier" }, "ten"],
    ["ten million", { edge: "start", by: "word", toward: "later" }, "million"],
    ["ten", { edge: "end", by: "sentence", toward: "later" }, "ten million."],
    ["paid", { edge: "end", by: "character", toward: "later" }, "paid 👩‍👩‍👧"],
    ["here.", { edge: "end", by: "character", toward: "later" }, "here.\n\nI"],
    ["here.", { edge: "end", by: "word", toward: "later" }, "here.\n\nIt"],
    ["here.\n\nI", { edge: "end", by: "character", toward: "earlier" }, "here."],
    ["t", { edge: "end", by: "character", toward: "earlier" }, null],
    ["ten", { edge: "end", by: "word", toward: "earlier" }, null],
    ["It opened.", { edge: "end", by: "character", toward: "later" }, null],
    ["It cost", { edge: "start", by: "character", toward: "earlier" }, null],
  ];
  test.each(cases)("of “%s” %o: %s", (from, step, to) => {
    expect(wordsOf(withStep(article, spanOf(from), step))).toBe(to);
  });
});
