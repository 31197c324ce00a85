import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assembleBlocks } from "./blocks.ts";
import { isBoundary } from "./graphemes.ts";
import { SENTENCE_CASES } from "./sentence-cases.ts";
import { contextAround, listSentences, listWords } from "./sentences.ts";
import type { Span } from "./spans.ts";

const paragraphs = (...texts: string[]) => assembleBlocks(texts.map((text) => ({ type: "paragraph", text })));
const wordsOf = (text: string, spans: Span[]) => spans.map((span) => text.slice(span.start, span.end));

describe("listSentences", () => {
  test.each(SENTENCE_CASES)("$language: $sentences", ({ language, sentences, joiner = " " }) => {
    const { text, blocks } = paragraphs(sentences.join(joiner));
    expect(wordsOf(text, listSentences(text, blocks, language))).toEqual(sentences);
  });

  test("no sentence crosses the edge of a block or a line set on purpose", () => {
    const { text, blocks } = paragraphs("A headline of Mr.", "Brook left\nearly");
    expect(wordsOf(text, listSentences(text, blocks, "en"))).toEqual([
      "A headline of Mr.",
      "Brook left",
      "early",
    ]);
  });

  test("sentences hold every word, in order, trimmed and without splitting a character", () => {
    const anyText = fc.array(
      fc.oneof(
        fc.constantFrom(
          "Mr.",
          "U.S.",
          "No.",
          "He",
          "said",
          "“Why?”",
          "3.",
          "https://a.b/",
          "。",
          "“",
          "\n",
          " ",
          " ",
          "e\u0301",
        ),
        fc.string({ unit: "grapheme", maxLength: 4 }),
      ),
    );
    fc.assert(
      fc.property(anyText, (pieces) => {
        const { text, blocks } = paragraphs(pieces.join("").replaceAll("\r", ""));
        const sentences = listSentences(text, blocks, "en");
        const visible = (words: string) => words.replace(/[\s\u200B\u2060]/g, "");
        expect(visible(wordsOf(text, sentences).join(""))).toBe(visible(text));
        for (const { start, end } of sentences) {
          expect(isBoundary(text, start) && isBoundary(text, end)).toBe(true);
        }
      }),
    );
  });
});

test("listWords leaves out spaces and punctuation", () => {
  const text = "Well: “the ship’s 3 masts” — gone.";
  expect(wordsOf(text, listWords(text, { start: 6, end: text.length }, "en"))).toEqual([
    "the",
    "ship’s",
    "3",
    "masts",
    "gone",
  ]);
});

describe("contextAround", () => {
  const { text, blocks } = paragraphs(
    "Alpha one. Alpha two. Alpha three. Alpha four.",
    "Beta one. Beta two. Beta three. Beta four.",
  );
  const around = (words: string, until = words) => {
    const span = { start: text.indexOf(words), end: text.indexOf(until) + until.length };
    const context = contextAround(text, blocks, span, "en");
    return text.slice(context.start, context.end);
  };

  test("is the sentence with its neighbours", () => {
    expect(around("two")).toBe("Alpha one. Alpha two. Alpha three.");
  });

  test("stays inside the block", () => {
    expect(around("Alpha four")).toBe("Alpha three. Alpha four.");
    expect(around("Beta one")).toBe("Beta one. Beta two.");
  });

  test("of a passage over several blocks reaches to both sides", () => {
    expect(around("four", "Beta one")).toBe("Alpha three. Alpha four.\n\nBeta one. Beta two.");
  });

  test("of a place between blocks is that place", () => {
    const gap = { start: text.indexOf("\n\n"), end: text.indexOf("Beta") };
    expect(contextAround(text, blocks, gap, "en")).toEqual(gap);
  });

  test("stops at a word where sentences do not end", () => {
    const endless = paragraphs(Array.from({ length: 500 }, (_, index) => `w${index ** 3}`).join(" "));
    const all = endless.text.split(" ");
    for (const word of all.slice(200, 240)) {
      const start = endless.text.indexOf(` ${word} `) + 1;
      const context = contextAround(endless.text, endless.blocks, { start, end: start + word.length }, "en");
      const words = endless.text.slice(context.start, context.end).split(" ");
      expect(words.length).toBeGreaterThan(60);
      expect(words.length).toBeLessThan(100);
      expect(all).toEqual(expect.arrayContaining(words));
    }
  });
});
