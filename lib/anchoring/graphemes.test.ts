import fc from "fast-check";
import { expect, test } from "vitest";
import { boundaryAfter, boundaryBefore, isBoundary, isPlain } from "./graphemes.ts";

const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });

/** Text with what makes clusters: accents, families, flags, Hangul parts, Indic conjuncts, CR LF, half pairs. */
const awkwardText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "a",
        " ",
        "\r\n",
        "\n",
        "\r",
        "e\u0301",
        "\u0301",
        "👩‍👩‍👧",
        "🇩🇪",
        "🇫",
        "👍🏽",
        "\u200D",
      ),
      fc.constantFrom(
        "각",
        "ᄀ",
        "ᅡ",
        "क्षि",
        "์",
        "\u0600",
        "中",
        "—",
        "שׁ",
        "ڑ",
        "\uD83D",
        "\u200B",
        "©\uFE0F",
      ),
      fc.string({ unit: "binary", maxLength: 3 }),
    ),
    { maxLength: 20 },
  )
  .map((pieces) => pieces.join(""));

function boundariesOf(text: string): number[] {
  return [...Array.from(segmenter.segment(text), (piece) => piece.index), text.length];
}

test("boundaries are those of the segmenter reading the whole text", () => {
  fc.assert(
    fc.property(awkwardText, (text) => {
      const all = boundariesOf(text);
      for (let offset = 0; offset <= text.length; offset += 1) {
        expect(isBoundary(text, offset)).toBe(all.includes(offset));
        expect(boundaryBefore(text, offset)).toBe(all.findLast((boundary) => boundary <= offset));
        expect(boundaryAfter(text, offset)).toBe(all.find((boundary) => boundary >= offset));
      }
    }),
  );
});

test("plain characters never join one another", () => {
  const plain = Array.from({ length: 0x10000 }, (_, code) => code)
    .filter(isPlain)
    .map((code) => String.fromCharCode(code));
  const text = plain.map((each) => `${each}${each}x${each}각${each}©${each}ب`).join("");
  const joined = Array.from(segmenter.segment(text), ({ segment }) => segment).filter(
    (piece) => piece.length > 1,
  );
  expect(joined).toEqual([]);
});
