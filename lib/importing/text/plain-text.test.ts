import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assembleBlocks, blockProblems, type TextWithBlocks } from "#lib/anchoring/blocks.ts";
import { readShared } from "#lib/testing/corpora.ts";
import type { ImportedText } from "../imported-text.ts";
import { importPlainText } from "./plain-text.ts";
import { PLAIN_TEXT_CASES } from "./plain-text-cases.ts";

/** The text with its blocks as a revision keeps them, and what was read besides. */
function read(input: string): TextWithBlocks & ImportedText {
  const imported = importPlainText(input);
  return { ...imported, ...assembleBlocks(imported.parts) };
}

function shown({ text, blocks }: TextWithBlocks): [string, string][] {
  return blocks.map(({ type, level, start, end }) => [
    level === undefined ? type : `${type} ${level}`,
    text.slice(start, end),
  ]);
}

function linksOf({ text, blocks }: TextWithBlocks): [string, string][] {
  return blocks.flatMap(({ marks }) =>
    marks.flatMap((mark): [string, string][] =>
      mark.type === "link" ? [[text.slice(mark.start, mark.end), mark.href]] : [],
    ),
  );
}

/** Everything but white space, zero-width spaces with it. */
function visible(text: string): string {
  return text.replace(/[\s\u200B\u2060]/g, "");
}

function removedBy({ notes }: ImportedText): string {
  return notes.flatMap((note) => ("removed" in note ? note.removed : [])).join("");
}

/** Every visible character of the input is in the text in its order, or among what the notes say was taken out. */
function expectNothingLost(input: string) {
  const imported = read(input);
  expect(blockProblems(imported.text, imported.blocks)).toEqual([]);
  const before = visible(input.replace(/[\0\p{Surrogate}]/gu, "\uFFFD"));
  const after = visible(imported.text);
  const sorted = (text: string) => [...text].sort().join("");
  expect(sorted(after + visible(removedBy(imported)))).toBe(sorted(before));
  let found = 0;
  for (const character of before) if (after.startsWith(character, found)) found += character.length;
  expect(found).toBe(after.length);
}

describe("importPlainText", () => {
  test.each(PLAIN_TEXT_CASES)("$name", ({ input, blocks }) => {
    expect(shown(read(input))).toEqual(blocks);
    expectNothingLost(input);
  });

  test("an article with a date stamp, a caption, a quoted post and paragraphs", () => {
    const input = ` date 2026-05-01 The harbour council has closed the “Old Bridge” for two years.

The vote came after the U.S.-built ferry arrived. Traders said they were not asked.

The bridge that the council calls a “danger to all” on both banks. Jo Brook/Getty Images

The council also sent this letter, per this picture. https://t.co/AbCdEfGhIj https://t.co/KlMnOpQrSt pic.twitter.com/UvWxYz0123 — jo brook (@jobrook) May 1, 2026

No date for the opening has been set.
`;
    const imported = read(input);
    expect(shown(imported).map(([type]) => type)).toEqual([
      "paragraph",
      "paragraph",
      "caption",
      "embed",
      "paragraph",
    ]);
    expect(imported.text.startsWith("The harbour council has closed")).toBe(true);
    expect(imported).toMatchObject({ title: null, publishedOn: "2026-05-01" });
    expect(imported.notes).toEqual([{ kind: "date_stamp", removed: "date 2026-05-01", day: "2026-05-01" }]);
    expect(linksOf(imported)).toEqual([
      ["https://t.co/AbCdEfGhIj", "https://t.co/AbCdEfGhIj"],
      ["https://t.co/KlMnOpQrSt", "https://t.co/KlMnOpQrSt"],
      ["pic.twitter.com/UvWxYz0123", "https://pic.twitter.com/UvWxYz0123"],
    ]);
    expectNothingLost(input);
  });

  test("a headline in front is the title and stays in the text", () => {
    const body =
      "The harbour council voted on Tuesday to close the old bridge for two years, from spring on.";
    const imported = read(`Old bridge to close for two years\nMay 1, 2026\n\n${body}`);
    expect(imported).toMatchObject({ title: "Old bridge to close for two years", publishedOn: "2026-05-01" });
    expect(imported.text).toBe(`Old bridge to close for two years\n\n${body}`);
    expect(read(`Old bridge to close.\n\n${body}`).title).toBeNull();
    expect(read(`OK\n\n${body}`).title).toBeNull();
    expect(read(body).title).toBeNull();
  });

  test("notes tell of signs taken off and of characters replaced", () => {
    const { text, notes } = read("# Title\n\n> Q\n- a\n- b\0\uD800");
    expect(text).toBe("Title\n\nQ\n\na\n\nb\uFFFD\uFFFD");
    expect(notes).toEqual([
      { kind: "markers", removed: ["#", ">", "-", "-"] },
      { kind: "replaced_characters", count: 2 },
    ]);
  });

  test("nothing makes nothing", () => {
    expect(read(" \r\n\u200B\n ")).toMatchObject({ text: "", blocks: [], notes: [] });
  });
});

describe("date stamps", () => {
  const more = "\n\nThe bridge is closed.";
  const cases: [string, string, string | null, string][] = [
    ["labelled before the text", "date 2026-01-19 The bridge.", "2026-01-19", "The bridge."],
    ["labelled with a colon and a dash", "Published: 2026-01-19 – The bridge.", "2026-01-19", "The bridge."],
    ["on a line of its own", `2026-01-19${more}`, "2026-01-19", more.trim()],
    ["with a time", `Updated 2026-01-19T10:15:00Z${more}`, "2026-01-19", more.trim()],
    [
      "in American words",
      `Published on Monday, Jan. 19, 2026 at 5:03 p.m. EST${more}`,
      "2026-01-19",
      more.trim(),
    ],
    ["in British words", `19 January 2026${more}`, "2026-01-19", more.trim()],
    ["of no day in the calendar", `2026-02-30${more}`, null, `2026-02-30${more}`],
    ["of a month in which a word begins", `Mayor 19, 2026${more}`, null, `Mayor 19, 2026${more}`],
    ["that begins a sentence", "2026-01-19 was a Monday.", null, "2026-01-19 was a Monday."],
    ["that is all there is", "date 2026-01-19", null, "date 2026-01-19"],
    [
      "labelled before a later line",
      "Rules.\n\nUpdated 2026-01-19 they say more.",
      null,
      "Rules.\n\nUpdated 2026-01-19 they say more.",
    ],
    [
      "far down",
      `a.\n\nb.\n\nc.\n\nd.\n\n2026-01-19${more}`,
      null,
      `a.\n\nb.\n\nc.\n\nd.\n\n2026-01-19${more}`,
    ],
  ];
  test.each(cases)("%s", (_, input, publishedOn, text) => {
    expect(read(input)).toMatchObject({ publishedOn, text });
    expectNothingLost(input);
  });
});

describe("links", () => {
  const cases: [string, string, string[]][] = [
    [
      "end before the sentence's punctuation",
      "See https://a.example/x, or (http://b.example/y).",
      ["https://a.example/x", "http://b.example/y"],
    ],
    [
      "keep a bracket they open",
      "https://a.example/x_(y) and https://a.example/(z))",
      ["https://a.example/x_(y)", "https://a.example/(z)"],
    ],
    [
      "end at a quotation mark and at Chinese punctuation",
      "“https://a.example/”，https://b.example/路。",
      ["https://a.example/", "https://b.example/路"],
    ],
    [
      "are not what only looks like one",
      "http:// https://[ javascript:alert(1) ftp://a.example x@pic.twitter.com/a",
      [],
    ],
    ["never carry a password", "https://bank.example@evil.example/ http://u:p@evil.example/", []],
  ];
  test.each(cases)("%s", (_, input, expected) => {
    expect(linksOf(read(input)).map(([words]) => words)).toEqual(expected);
  });
});

describe("nothing is lost of", () => {
  const linePiece = fc.constantFrom(
    ..."> |>|>>|- |* |• |1. |2. |# |## |    |\t|date 2026-01-19|May 1, 2026|Photo: |/Getty Images|AP Photo/Jo".split(
      "|",
    ),
    ..."— jo (@jo) 2026|pic.twitter.com/x|https://t.co/y|The quick brown fox went over to the lazy dog again.".split(
      "|",
    ),
    ..."\n|\n\n|\r\n|\r|\f|\u2028|\uFEFF|\0|\uD800|\u200B|\u00A0| |-|港|e\u0301|\u0301|\u3000|+|a".split("|"),
    "|",
  );
  test("lines made of every sign we read", () => {
    const input = fc.array(linePiece, { maxLength: 30 }).map((pieces) => pieces.join(""));
    fc.assert(fc.property(input, expectNothingLost), { numRuns: 1_000 });
  });

  test("any string", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), expectNothingLost));
  });

  const naughty = readShared("corpora/naughty-strings/blns.json");
  test.skipIf(naughty === null)("the big list of naughty strings", () => {
    const { strings }: { strings: { string: string }[] } = JSON.parse(naughty ?? "{}");
    expect(strings.length).toBeGreaterThan(200);
    for (const { string } of strings) expectNothingLost(string);
    expectNothingLost(strings.map(({ string }) => string).join("\n"));
  });

  const multilingual = readShared("corpora/multilingual-text/texts.json");
  test.skipIf(multilingual === null)("articles in many languages", () => {
    const { texts }: { texts: { text: string }[] } = JSON.parse(multilingual ?? "{}");
    expect(texts).not.toEqual([]);
    for (const { text } of texts) expectNothingLost(text);
  });
});

const sample = readShared("sample-article.txt");

test.skipIf(sample === null)("the sample article comes out as clean blocks with nothing lost", () => {
  const imported = read(sample ?? "");
  expect(shown(imported).map(([type]) => type)).toEqual([
    "paragraph",
    "paragraph",
    "paragraph",
    "caption",
    "paragraph",
    "embed",
    "paragraph",
    "paragraph",
    "paragraph",
    "paragraph",
    "paragraph",
    "paragraph",
  ]);
  expect(imported).toMatchObject({ title: null, publishedOn: "2026-01-19" });
  expect(linksOf(imported)).toHaveLength(3);
  expectNothingLost(sample ?? "");
});
