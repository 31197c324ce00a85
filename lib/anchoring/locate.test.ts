import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readShared } from "#lib/testing/corpora.ts";
import { type Located, locate, type QuoteToFind } from "./locate.ts";
import { fromCodePoints, quoteAt, trimSpan } from "./spans.ts";

const TEXT = "The dog barked. The cat slept. The dog slept.";

describe("locate", () => {
  const cases: [string, string, QuoteToFind, Located][] = [
    ["words at their place", TEXT, { exact: "dog", start: 35 }, { kind: "exact", start: 35, end: 38 }],
    [
      "words at the very beginning",
      TEXT,
      { exact: "The dog", start: 0 },
      { kind: "exact", start: 0, end: 7 },
    ],
    ["words found once elsewhere", TEXT, { exact: "cat", start: 3 }, { kind: "moved", start: 20, end: 23 }],
    ["words found once, no place given", TEXT, { exact: "cat" }, { kind: "moved", start: 20, end: 23 }],
    ["words found twice", TEXT, { exact: "dog" }, { kind: "ambiguous", starts: [4, 35] }],
    [
      "two places told apart by a suffix",
      TEXT,
      { exact: "dog", suffix: " slept" },
      { kind: "moved", start: 35, end: 38 },
    ],
    [
      "two places told apart by a prefix",
      TEXT,
      { exact: "The", prefix: "slept. " },
      { kind: "moved", start: 31, end: 34 },
    ],
    [
      "a place that has the words but not their surroundings, when another has both",
      TEXT,
      { exact: "dog", start: 4, suffix: " slept" },
      { kind: "moved", start: 35, end: 38 },
    ],
    [
      "a place whose surroundings are nowhere any more",
      TEXT,
      { exact: "dog", start: 4, suffix: " purred" },
      { kind: "exact", start: 4, end: 7 },
    ],
    [
      "surroundings that fit twice",
      "a b. a b.",
      { exact: "a", suffix: " b" },
      { kind: "ambiguous", starts: [0, 5] },
    ],
    [
      "a single place whose surroundings changed",
      TEXT,
      { exact: "cat", prefix: "My " },
      { kind: "moved", start: 20, end: 23 },
    ],
    ["words that are not there", TEXT, { exact: "bird" }, { kind: "lost" }],
    ["words in other letters", TEXT, { exact: "CAT" }, { kind: "lost" }],
    ["no words", TEXT, { exact: "", start: 0 }, { kind: "lost" }],
    ["white space", TEXT, { exact: " \n", start: 3 }, { kind: "lost" }],
    [
      "a place outside the text",
      TEXT,
      { exact: "The dog", start: -4 },
      { kind: "ambiguous", starts: [0, 31] },
    ],
    ["occurrences that overlap", "bananana", { exact: "anana" }, { kind: "ambiguous", starts: [1, 3] }],
    [
      "words pasted over two paragraphs",
      "One.\n\nTwo.",
      { exact: "One.\r\nTwo." },
      { kind: "moved", start: 0, end: 10 },
    ],
    ["straight quotation marks", "It’s “so”.", { exact: `It's "so".` }, { kind: "moved", start: 0, end: 10 }],
    ["another dash", "1914–1918", { exact: "1914-1918" }, { kind: "moved", start: 0, end: 9 }],
    [
      "signs of a pattern",
      "What? (a.*b) [c]",
      { exact: "(a.*b)  [c]" },
      { kind: "moved", start: 6, end: 16 },
    ],
    [
      "surroundings in other white space",
      "x one\n\nx two",
      { exact: "x", prefix: "one " },
      { kind: "moved", start: 7, end: 8 },
    ],
    ["a letter inside a character", "cafe\u0301", { exact: "cafe" }, { kind: "lost" }],
    ["half of an emoji", "👩‍👩‍👧", { exact: "👩", start: 0 }, { kind: "lost" }],
  ];
  test.each(cases)("%s", (_, text, quote, expected) => {
    expect(locate(text, quote)).toEqual(expected);
  });

  test("words in more places than a person would look through are ambiguous, with a thousand named", () => {
    const found = locate("na ".repeat(5_000), { exact: "na" });
    expect(found.kind === "ambiguous" && found.starts.length).toBe(1_000);
  });

  test("words longer than any claim are looked for like others", () => {
    const long = "word ".repeat(4_000).trim();
    expect(locate(`x ${long} y`, { exact: long })).toEqual({ kind: "moved", start: 2, end: 2 + long.length });
    const retyped = { kind: "moved", start: 2, end: 4 + long.length };
    expect(locate(`x ${long} y`, { exact: `${long}\r\ny` })).toEqual(retyped);
  });

  test("retyped words in places that overlap are found in each", () => {
    const found = locate("ba na\nna  na na", { exact: "na na\tna" });
    expect(found).toEqual({ kind: "ambiguous", starts: [3, 6] });
  });

  test.each([
    ["words", "ab ", "c"],
    ["letters", "a", "b"],
    ["white space", " \n", "c"],
  ])("%s that repeat themselves without end hold up nobody", (_, piece, end) => {
    const text = piece.repeat(1_000_000 / piece.length);
    expect(locate(text, { exact: `x${piece.repeat(3_000 / piece.length)}` })).toEqual({ kind: "lost" });
    expect(locate(text, { exact: piece.repeat(3_000 / piece.length) + end })).toEqual({ kind: "lost" });
  });

  test("what was quoted is found where it stood, and never with other words", () => {
    const anyText = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.string({ unit: fc.constantFrom("a", "b", " ", "\n", "é") }),
    );
    fc.assert(
      fc.property(anyText, fc.nat(60), fc.nat(60), (text, start, length) => {
        const span = trimSpan(text, { start, end: start + length });
        if (span === null) return;
        const { quote, prefix, suffix } = quoteAt(text, span);
        expect(locate(text, { exact: quote, prefix, suffix, start: span.start })).toEqual({
          kind: "exact",
          ...span,
        });
        const found = locate(text, { exact: quote, prefix, suffix });
        expect(["moved", "ambiguous"]).toContain(found.kind);
        if (found.kind === "moved") expect(text.slice(found.start, found.end)).toBe(quote);
      }),
    );
  });
});

type ApacheCase = { html: string; selector: QuoteToFind; expected: object[] };
const apache = readShared("corpora/anchoring/apache-annotator/quote_match_testCases.json");

/** What Apache Annotator finds by its empty quote or refuses by a context that is not there, we answer otherwise. */
const OTHERWISE: Record<string, Located["kind"]> = {
  "empty quote, with prefix and suffix": "lost",
  "with prefix, no matches": "moved",
  "with suffix, no matches": "moved",
};

test.skipIf(apache === null)("finds the quotes of Apache Annotator's test cases", () => {
  const cases: Record<string, ApacheCase> = JSON.parse(apache ?? "{}");
  expect(Object.keys(cases)).not.toEqual([]);
  for (const [name, { html, selector, expected }] of Object.entries(cases)) {
    const text = html.replace(/<[^>]*>/g, "");
    const found = locate(text, selector);
    const kind = expected.length === 0 ? "lost" : expected.length === 1 ? "moved" : "ambiguous";
    expect({ name, kind: found.kind }).toEqual({ name, kind: OTHERWISE[name] ?? kind });
    if (found.kind === "moved") expect(text.slice(found.start, found.end)).toBe(selector.exact);
    if (found.kind === "ambiguous") expect(found.starts).toHaveLength(expected.length);
  }
});

type HypothesisCase = { text: string; quote: string; prefix?: string; suffix?: string; expected: string };
const hypothesis = readShared("corpora/anchoring/hypothesis/match-quote.json");

test.skipIf(hypothesis === null)(
  "tells places apart by context as Hypothesis does, never by a context that is not there",
  () => {
    const { texts, context_cases: cases } = JSON.parse(hypothesis ?? "{}") as {
      texts: Record<string, string>;
      context_cases: HypothesisCase[];
    };
    expect(cases).not.toEqual([]);
    for (const { text: name, quote, prefix, suffix, expected } of cases) {
      const text = texts[name] ?? "";
      const found = locate(text, { exact: quote, prefix, suffix });
      const hasContext = text.includes(prefix ?? "") && text.includes(suffix ?? "");
      if (!hasContext) expect(found.kind).toBe("ambiguous");
      else expect(found).toMatchObject({ kind: "moved", start: text.indexOf(expected) });
    }
  },
);

type ApachePosition = { html: string; selector: { start: number; end: number } };
type ApacheDescription = {
  html: string;
  range: { startContainerXPath: string; startOffset: number };
  expected: { exact: string; prefix: string; suffix: string };
};
const apacheFile = (name: string) => readShared(`corpora/anchoring/apache-annotator/${name}.json`);
const describeFile = (options: string) => apacheFile(`quote_describe_testCases${options}`);
const wordsOf = (html: string) => html.replace(/<[^>]*>/g, "");

/** Where Apache Annotator's positions lead, which it says in steps through a tree. */
const POSITIONS: Record<string, string> = {
  "across elements": "dolor am",
  "exact element contents": "ipsum dolor",
  "last characters": "yada yada",
  "text inside <head>": "amet",
};

test.skipIf(apache === null)("reads Apache Annotator's positions, in code points, as the same words", () => {
  const cases: Record<string, ApachePosition> = JSON.parse(apacheFile("position_match_testCases") ?? "{}");
  expect(Object.keys(cases)).toEqual(Object.keys(POSITIONS));
  for (const [name, { html, selector }] of Object.entries(cases)) {
    const text = wordsOf(html);
    const [start, end] = [fromCodePoints(text, selector.start), fromCodePoints(text, selector.end)];
    expect(text.slice(start, end)).toBe(POSITIONS[name]);
    expect(locate(text, { exact: text.slice(start, end), start })).toEqual({ kind: "exact", start, end });
  }
});

/** Cases of Apache Annotator that cannot be ours, or come out otherwise, each with the reason. */
const NOT_OURS: Record<string, string> = {
  "css: multiple matches": "A CSS selector finds elements; a revision is text and has none.",
  "css: with scope": "A CSS selector finds elements; a revision is text and has none.",
  "WithMinimalContext: empty quote": "A passage has words; a place between two letters makes no claim.",
  "WithoutOptions: empty quote": "A passage has words; a place between two letters makes no claim.",
  "WithMinimalContext: minimal suffix":
    "Only a space tells two places apart, and white space may differ: ambiguous.",
  "WithMinimalContext: use suffix for start of text": "As above, the space behind the suffix.",
  "WithoutOptions: across elements": "Its start counts from an element inside; the quote itself is found.",
};

test.skipIf(apache === null)(
  "finds again what Apache Annotator described with as little context as it could",
  () => {
    const css: object = JSON.parse(apacheFile("css_match_testCases") ?? "{}");
    expect(Object.keys(css).filter((name) => !(`css: ${name}` in NOT_OURS))).toEqual([]);
    for (const file of [
      "WithMinimalContext",
      "WithMaxWordLength",
      "WithMinimumQuoteLength",
      "WithoutOptions",
    ]) {
      const cases: Record<string, ApacheDescription> = JSON.parse(describeFile(file) ?? "{}");
      expect(Object.keys(cases)).not.toEqual([]);
      for (const [name, { html, range, expected }] of Object.entries(cases)) {
        if (`${file}: ${name}` in NOT_OURS) continue;
        expect({ name, ...locate(wordsOf(html), expected) }).toMatchObject({
          name,
          kind: "moved",
          start: range.startOffset,
        });
      }
    }
  },
);
