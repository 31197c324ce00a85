import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isBoundary } from "./graphemes.ts";
import { fromCodePoints, quoteAt, toCodePoints, trimSpan, verifyQuote } from "./spans.ts";

const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc
    .array(
      fc.constantFrom(
        "a",
        " ",
        "\r\n",
        "\u00A0",
        "\u3000",
        "e\u0301",
        " \u0301",
        "👩‍👩‍👧",
        "🇩🇪",
        "\u0600",
        "\u200B",
      ),
      {
        maxLength: 30,
      },
    )
    .map((pieces) => pieces.join("")),
);
const textAndSpan = anyText.chain((text) =>
  fc.record({
    text: fc.constant(text),
    start: fc.integer({ min: -2, max: text.length + 2 }),
    end: fc.integer({ min: -2, max: text.length + 2 }),
  }),
);

describe("trimSpan", () => {
  const cases: [string, string, number, number, string | null][] = [
    ["takes off spaces at both ends", "one  two  three", 3, 10, "two"],
    ["takes off no-break and ideographic spaces", "a\u00A0b\u3000", 1, 4, "b"],
    ["takes off line ends of both kinds", "one\r\n\r\ntwo", 3, 10, "two"],
    ["keeps white space inside", " a b ", 0, 5, "a b"],
    ["reaches out to the whole of a split emoji", "x👩‍👩‍👧y", 3, 5, "👩‍👩‍👧"],
    ["reaches out to the accent of a letter", "cafe\u0301s", 0, 4, "cafe\u0301"],
    ["is inside the text", "words", -3, 99, "words"],
    ["is null for white space only", "a \n b", 1, 4, null],
    ["is null for a place between CR and LF", "a\r\nb", 2, 2, null],
    ["keeps white space that carries an accent", "a \u0301 b", 1, 4, " \u0301"],
    ["is null for nothing", "abc", 2, 2, null],
    ["is null for nothing inside a character", "👩‍👩‍👧", 2, 2, null],
    ["is null for an end before its start", "abc", 3, 1, null],
    ["is null beyond the text", "abc", 7, 9, null],
    ["is null for offsets that are no whole numbers", "abc", 0.5, 2, null],
    ["is null for what is no number", "abc", Number.NaN, 2, null],
  ];
  test.each(cases)("%s", (_, text, start, end, expected) => {
    const span = trimSpan(text, { start, end });
    expect(span === null ? null : text.slice(span.start, span.end)).toBe(expected);
  });

  test("never splits a character, and trimming twice is trimming once", () => {
    fc.assert(
      fc.property(textAndSpan, ({ text, ...span }) => {
        const trimmed = trimSpan(text, span);
        if (trimmed === null) return;
        expect(trimmed.start).toBeLessThan(trimmed.end);
        expect(isBoundary(text, trimmed.start) && isBoundary(text, trimmed.end)).toBe(true);
        expect(trimSpan(text, trimmed)).toEqual(trimmed);
      }),
    );
  });
});

describe("quoteAt", () => {
  test("keeps the words and up to 32 code units on each side", () => {
    const text = `${"a".repeat(40)}WORDS${"b".repeat(40)}`;
    expect(quoteAt(text, { start: 40, end: 45 })).toEqual({
      quote: "WORDS",
      prefix: "a".repeat(32),
      suffix: "b".repeat(32),
    });
  });

  test("leaves out a character that would be cut at the outer ends", () => {
    const family = "👩‍👩‍👧";
    const text = `${family}${"a".repeat(30)}W${"b".repeat(30)}${family}`;
    const start = family.length + 30;
    const { prefix, suffix } = quoteAt(text, { start, end: start + 1 });
    expect([prefix, suffix]).toEqual(["a".repeat(30), "b".repeat(30)]);
  });

  test("its parts stand next to one another in the text", () => {
    fc.assert(
      fc.property(textAndSpan, ({ text, ...span }) => {
        const trimmed = trimSpan(text, span);
        if (trimmed === null) return;
        const { prefix, quote, suffix } = quoteAt(text, trimmed);
        expect(text.startsWith(prefix + quote + suffix, trimmed.start - prefix.length)).toBe(true);
        expect(Math.max(prefix.length, suffix.length)).toBeLessThanOrEqual(32);
        expect(isBoundary(text, trimmed.start - prefix.length)).toBe(true);
        expect(isBoundary(text, trimmed.end + suffix.length)).toBe(true);
      }),
    );
  });
});

test("verifyQuote accepts exactly the words at exactly the place", () => {
  const text = "The man bites the dog.";
  expect(verifyQuote(text, { start: 4, end: 7, quote: "man" })).toBe(true);
  expect(verifyQuote(text, { start: 4, end: 7, quote: "Man" })).toBe(false);
  expect(verifyQuote(text, { start: 4, end: 8, quote: "man" })).toBe(false);
  expect(verifyQuote(text, { start: 5, end: 8, quote: "man" })).toBe(false);
  expect(verifyQuote(text, { start: -1, end: 2, quote: "The" })).toBe(false);
  expect(verifyQuote(text, { start: 3, end: 3, quote: "" })).toBe(false);
});

describe("code points", () => {
  test("an emoji counts as one, two in code units", () => {
    expect(toCodePoints("a😀b", 3)).toBe(2);
    expect(fromCodePoints("a😀b", 2)).toBe(3);
  });

  test("the middle of a pair counts as its beginning, beyond the end as the end", () => {
    expect(toCodePoints("a😀b", 2)).toBe(1);
    expect(toCodePoints("a😀b", 99)).toBe(3);
    expect(fromCodePoints("a😀b", 99)).toBe(4);
  });

  test("counting there and back arrives where it began", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const points = Array.from(text);
        for (let count = 0; count <= points.length; count += 1) {
          const offset = points.slice(0, count).join("").length;
          expect(toCodePoints(text, offset)).toBe(count);
          expect(fromCodePoints(text, count)).toBe(offset);
        }
      }),
    );
  });
});
