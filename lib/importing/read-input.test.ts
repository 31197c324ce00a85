import { describe, expect, test } from "vitest";
import { assembleBlocks, blockProblems } from "#lib/anchoring/blocks.ts";
import { AppError } from "#lib/errors.ts";
import { readShared } from "#lib/testing/corpora.ts";
import type { ImportedArticle } from "./finish-article.ts";
import { DEFAULT_LIMITS } from "./limits.ts";
import { type ArticleInput, readInput } from "./read-input.ts";

const URL_OF_PAGE = "https://paper.example/a";
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Every way a string can come in. */
function waysIn(string: string): ArticleInput[] {
  const page = `<!doctype html><html><head><title>T</title></head><body><p>Before.</p>${string}<p>After.</p></body></html>`;
  return [
    { kind: "text", text: string },
    { kind: "html", html: string, url: URL_OF_PAGE },
    { kind: "file", bytes: bytesOf(page), contentType: "text/html", url: URL_OF_PAGE },
    { kind: "file", bytes: bytesOf(string), contentType: null, url: URL_OF_PAGE },
    { kind: "file", bytes: bytesOf(string), contentType: "application/xhtml+xml", url: URL_OF_PAGE },
  ];
}

/** The article, or null where there was nothing to read. Any failure that is not expected is thrown on. */
async function readOrNull(input: ArticleInput): Promise<ImportedArticle | null> {
  try {
    return await readInput(input, DEFAULT_LIMITS);
  } catch (error) {
    const isExpected =
      error instanceof AppError &&
      ["text_empty", "import_no_text", "import_unreadable"].includes(error.reason);
    if (isExpected) return null;
    throw error;
  }
}

const FIELDS = new Set(["type", "text", "marks", "level", "language", "direction", "cell", "isKept"]);

/** What is in an article besides words, structure and addresses of the web. */
function harmIn({ parts, metadata }: ImportedArticle): string[] {
  const { text, blocks } = assembleBlocks(parts);
  const hrefs = blocks.flatMap(({ marks }) =>
    marks.flatMap((mark) => (mark.type === "link" ? mark.href : [])),
  );
  const addresses = [...hrefs, metadata.canonicalUrl ?? URL_OF_PAGE];
  const saidOf = [...parts, metadata];
  return [
    ...blockProblems(text, blocks),
    ...addresses.filter((address) => !/^https?:\/\/[^<>"\s]+$/i.test(address) || !URL.canParse(address)),
    ...parts.flatMap((part) => Object.keys(part).filter((key) => !FIELDS.has(key))),
    ...saidOf.flatMap(({ language = "und" }) =>
      /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(language) ? [] : language,
    ),
    ...saidOf.flatMap(({ direction = "ltr" }) =>
      direction === "ltr" || direction === "rtl" ? [] : direction,
    ),
  ];
}

async function expectHarmless(inputs: readonly ArticleInput[]): Promise<void> {
  const found: unknown[] = [];
  for (const input of inputs) {
    const article = await readOrNull(input);
    const harm = article === null ? [] : harmIn(article);
    if (harm.length > 0) found.push([input, harm]);
  }
  expect(found).toEqual([]);
}

const visible = (text: string) =>
  text.replace(/[\s\u200B\u2060\uFEFF]/g, "").replace(/[\0\p{Surrogate}]/gu, "\uFFFD");

const xss = readShared("corpora/xss/payloads.json");

describe.skipIf(xss === null)("strings made to run scripts", () => {
  const { payloads }: { payloads: { payload: string }[] } = JSON.parse(xss ?? `{"payloads":[]}`);

  test("become nothing but text, blocks and links of the web, whichever way they come", async () => {
    expect(payloads.length).toBeGreaterThan(1_000);
    await expectHarmless(payloads.flatMap(({ payload }) => waysIn(payload)));
  });

  test("take none of the words before them, nor of those around them as text", async () => {
    for (const { payload } of payloads) {
      const [, , page] = waysIn(payload);
      const article = page === undefined ? null : await readOrNull(page);
      expect([payload, article?.parts[0]?.text]).toEqual([payload, expect.stringMatching(/^Before\./)]);
      const text = await readOrNull({ kind: "text", text: `Before. ${payload} After.` });
      const words = text?.parts.map((part) => part.text).join("") ?? "";
      const signs = text?.notes.flatMap((note) => ("removed" in note ? note.removed : [])).join("") ?? "";
      const sorted = (string: string) => [...visible(string)].sort().join("");
      expect(sorted(words + signs)).toBe(sorted(`Before. ${payload} After.`));
    }
  });
});

const naughty = readShared("corpora/naughty-strings/blns.json");

describe.skipIf(naughty === null)("naughty strings", () => {
  const { strings }: { strings: { string: string }[] } = JSON.parse(naughty ?? `{"strings":[]}`);
  const escaped = (string: string) =>
    string.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const collapsed = (string: string) =>
    string
      .replace(/\r\n?/g, "\n")
      .replace(/[ \t\n\f\r]+/g, " ")
      .replace(/^ | $/g, "")
      .replaceAll("\0", "\uFFFD");

  test("come out of markup as they went in", async () => {
    expect(strings.length).toBeGreaterThan(200);
    for (const { string } of strings) {
      const page = `<html><body><p>Before.</p><p>${escaped(string)}</p></body></html>`;
      for (const input of [
        { kind: "html", html: page, url: null } as const,
        { kind: "file", bytes: bytesOf(page), contentType: "text/html", url: null } as const,
      ]) {
        const article = await readOrNull(input);
        const expected = collapsed(string).trim() === "" ? [] : [collapsed(string)];
        expect(article?.parts.map(({ text }) => text)).toEqual(["Before.", ...expected]);
      }
    }
  });

  test("come through every way in without harm", async () => {
    await expectHarmless(strings.flatMap(({ string }) => waysIn(string)));
  });
});

type TokenizerTest = {
  description: string;
  input: string;
  output: unknown[][];
  doubleEscaped?: boolean;
  initialStates?: string[];
};

const tokenizer = ["entities", "test4"].map((name) =>
  readShared(`corpora/html-charset-parsing/tokenizer__${name}.test`),
);

describe.skipIf(tokenizer.includes(null))("html5lib's tokenizer cases", () => {
  const tests = tokenizer.flatMap((json): TokenizerTest[] => JSON.parse(json ?? `{"tests":[]}`).tests);

  test("crash nothing, and plain characters and references come out right", async () => {
    expect(tests.length).toBeGreaterThan(100);
    for (const { input, output, doubleEscaped, initialStates, description } of tests) {
      const article = await readOrNull({ kind: "html", html: input, url: null });
      expect(article === null ? [] : harmIn(article)).toEqual([]);
      const isPlain = output.every(([kind]) => kind === "Character") && !doubleEscaped && !initialStates;
      if (!isPlain) continue;
      const characters = output.map(([, text]) => text).join("");
      const text = article?.parts.map((part) => part.text).join("\n\n") ?? "";
      expect([description, visible(text)]).toEqual([description, visible(characters)]);
    }
  });
});
