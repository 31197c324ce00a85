import { describe, expect, test } from "vitest";
import { editText, seededRandom } from "#lib/testing/edit-script.ts";
import { makeText } from "#lib/testing/made-text.ts";
import { wordsIn } from "./find-quote.ts";
import type { Span } from "./spans.ts";

/** What `|` stands around in a text is looked for in another; the words found there, null when none. */
function found(from: string, text: string): string | null {
  const [before = "", exact = "", after = ""] = from.split("|");
  const words = { exact, prefix: before.slice(-64), suffix: after.slice(0, 64) };
  const finder = wordsIn(text);
  const place = finder.exactly(words) ?? finder.nearly(words);
  return place && text.slice(place.start, place.end);
}

const ALONE = "|The bridge over the river cost ten million euros|";

describe("finds words where they are for certain", () => {
  test.each<[string, string, string, string]>([
    ["as they were", ALONE, "So it is. The bridge over the river cost ten million euros.", ALONE],
    [
      "retyped",
      "|“Well – that’s all of it then”|, he said",
      `Said: "Well - that's all  of it\nthen"`,
      `"Well - that's all  of it\nthen"`,
    ],
    [
      "short ones by what stands around",
      "He was asked. |He denied it.| She laughed.",
      "He was asked. He denied it. Nobody laughed.",
      "He denied it.",
    ],
    [
      "one of several by what stands around",
      "It rained. |The dam held.| All slept.",
      "The dam held. Then it rained. The dam held. All slept. The dam held.",
      "The dam held.",
    ],
    [
      "with a word changed",
      ALONE,
      "Indeed the bridge over the rivers cost ten million euros.",
      "the bridge over the rivers cost ten million euros",
    ],
    [
      "after characters of two units",
      ALONE,
      "𝒳👩‍👩‍👧 The bridge over the river cost ten million euros.",
      ALONE,
    ],
  ])("%s", (_, from, text, expected) => {
    expect(found(from, text)).toBe(expected.replaceAll("|", ""));
  });
});

describe("finds nothing rather than something else", () => {
  test.each<[string, string, string]>([
    ["gone", ALONE, "Nobody knows what the tunnel under the hill was worth to those who built it."],
    [
      "short, and elsewhere",
      "He was asked. |He denied it.| She laughed.",
      "The mayor was charged. He denied it. The end.",
    ],
    [
      "twice, with nothing to tell them apart",
      ALONE,
      "The bridge over the river cost ten million euros. No. The bridge over the river cost ten million euros.",
    ],
    [
      "another number",
      "|The bridge over the river cost 10 million euros|",
      "The bridge over the river cost 12 million euros.",
    ],
    [
      "nearly the same twice",
      ALONE,
      "The bridge across the river cost ten million euros. The bridge under the river cost ten million euros.",
    ],
    ["empty", "| |", " "],
  ])("%s", (_, from, text) => {
    expect(found(from, text)).toBeNull();
  });
});

const RATES = { movedParagraphs: 0, deletedParagraphs: 0, insertedParagraphs: 0, retypedParagraphs: 0.05 };

test.each([
  [0, 1],
  [0.02, 0.94],
  [0.2, 0.25],
])(
  "with %d of all words changed, nothing is placed wrong and %d placed right, of what is left",
  (words, share) => {
    const counted = { right: 0, wrong: 0, left: 0 };
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const random = seededRandom(seed);
      const before = makeText(40, random);
      const spans = sentencesOf(before);
      const deleted = spans.filter(() => random() < 0.05);
      const { after, truthOf } = editText({
        before,
        deleted: words === 0 ? [] : deleted,
        spares: [],
        random,
        rates: { ...RATES, words, ...(words === 0 && { retypedParagraphs: 0 }) },
      });
      const finder = wordsIn(after);
      for (const span of spans) {
        const sought = {
          exact: before.slice(span.start, span.end),
          prefix: before.slice(Math.max(0, span.start - 64), span.start),
          suffix: before.slice(span.end, span.end + 64),
        };
        const { image } = truthOf(span);
        const place = finder.exactly(sought) ?? finder.nearly(sought);
        if (image) counted.left += 1;
        if (place && image && near(place, image)) counted.right += 1;
        else if (place) counted.wrong += 1;
      }
    }
    expect(counted.wrong).toBe(0);
    expect(counted.right / counted.left).toBeGreaterThanOrEqual(share);
  },
);

/** Words that were put in at an end belong to it or not. */
const near = (a: Span, b: Span) => Math.abs(a.start - b.start) <= 30 && Math.abs(a.end - b.end) <= 30;

function sentencesOf(text: string): Span[] {
  return Array.from(text.matchAll(/[^.\n]+\./g), ({ index, 0: sentence }) => {
    const start = index + (sentence.length - sentence.trimStart().length);
    return { start, end: index + sentence.length };
  });
}
