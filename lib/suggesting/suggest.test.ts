import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assembleBlocks } from "#lib/anchoring/blocks.ts";
import { openSuggestions, ranked, suggestClaims } from "./suggest.ts";

const article = (language: string, ...texts: string[]) => ({
  ...assembleBlocks(texts.map((text) => ({ type: "paragraph", text }))),
  language,
});
const wordsOf = ({ text }: { text: string }, spans: { start: number; end: number }[]) =>
  spans.map(({ start, end }) => text.slice(start, end));

const STRONG = "Unemployment rose by 4 percent in 2023, more than in any other country.";
const FAIR = "The city built 1,200 homes.";
const OPINION = "I think we should talk about it.";

describe("suggestClaims", () => {
  test("takes what can be checked, in reading order, and leaves opinions", () => {
    const text = article("en", `${OPINION} ${FAIR}`, STRONG);
    expect(wordsOf(text, suggestClaims(text))).toEqual([FAIR, STRONG]);
  });

  test("takes no longer for numerals without end", () => {
    const text = article("zh", "千".repeat(300_000));
    expect(suggestClaims(text)).toEqual([]);
  });

  test("leaves headings and code alone", () => {
    const text = assembleBlocks([
      { type: "heading", text: STRONG },
      { type: "preformatted", text: STRONG },
      { type: "caption", text: STRONG },
    ]);
    const found = suggestClaims({ ...text, language: "en" });
    expect(found.map(({ start }) => start)).toEqual([text.blocks[2]?.start]);
  });

  test("finds nothing in nothing", () => {
    expect(suggestClaims(article("en"))).toEqual([]);
  });

  test("gives each a reason and a finite score, the same in slices as at once", () => {
    const sentence = fc.oneof(
      fc.constantFrom(STRONG, FAIR, OPINION, "失業率は4%上昇した。", "ارتفعت البطالة ٤٪."),
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 80 }).filter((text) => text.trim() !== ""),
    );
    fc.assert(
      fc.property(
        fc.array(sentence, { maxLength: 8 }),
        fc.constantFrom("en", "de", "ja", "und"),
        (texts, language) => {
          const whole = article(language, ...texts);
          const found = suggestClaims(whole);
          expect(found.every(({ reasons, score }) => reasons.length > 0 && Number.isFinite(score))).toBe(
            true,
          );
          expect(whole.blocks.flatMap((block) => suggestClaims({ ...whole, blocks: [block] }))).toEqual(
            found,
          );
        },
      ),
    );
  });
});

describe("ranked", () => {
  test("is the same order whatever order they come in", () => {
    const text = article("en", FAIR, STRONG, FAIR, STRONG, FAIR);
    const found = suggestClaims(text);
    fc.assert(
      fc.property(fc.shuffledSubarray(found, { minLength: found.length }), (mixed) => {
        expect(ranked(mixed)).toEqual(ranked(found));
      }),
    );
    expect(wordsOf(text, ranked(found)).slice(0, 2)).toEqual([STRONG, STRONG]);
  });
});

describe("openSuggestions", () => {
  test("leaves out what has a claim, in part too, and what was waved away", () => {
    const text = article("en", FAIR, STRONG, FAIR);
    const [first, second, third] = suggestClaims(text);
    if (!first || !second || !third) throw new Error("not found");
    const open = openSuggestions([first, second, third], {
      claimed: [
        { start: second.start + 3, end: second.start + 9 },
        { start: first.end, end: second.start },
      ],
      isWavedAway: ({ start }) => start === third.start,
    });
    expect(open).toEqual([first]);
  });
});
