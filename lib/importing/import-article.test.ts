import { describe, expect, test } from "vitest";
import { AppError } from "#lib/errors.ts";
import { pdfBomb } from "#lib/testing/pdf.ts";
import { type ArticleInput, importArticle, importText, MAX_ARTICLE_LENGTH } from "./import-article.ts";
import { DEFAULT_LIMITS } from "./limits.ts";

async function refusalOf(input: ArticleInput, limits = DEFAULT_LIMITS): Promise<unknown> {
  try {
    return await importArticle(input, limits);
  } catch (error) {
    return error instanceof AppError
      ? { reason: error.reason, values: error.values, field: error.field }
      : error;
  }
}

const bytesOf = (text: string) => new TextEncoder().encode(text);
const html = (markup: string): ArticleInput => ({ kind: "html", html: markup, url: null });
const file = (content: string | Uint8Array, contentType: string | null = null): ArticleInput => ({
  kind: "file",
  bytes: typeof content === "string" ? bytesOf(content) : content,
  contentType,
  url: "https://paper.example/a",
});
const textOf = async (input: ArticleInput) => {
  const { parts } = await importArticle(input);
  return parts.map(({ text }) => text).join("\n\n");
};

describe("importArticle", () => {
  test("gives the blocks with what is known about them", async () => {
    const text = "date 2026-05-01 The council said that it was not asked and that the bridge is closed.";
    const expected = {
      parts: [
        {
          type: "paragraph",
          text: "The council said that it was not asked and that the bridge is closed.",
          isKept: true,
        },
      ],
      metadata: {
        title: null,
        publishedOn: "2026-05-01",
        language: "en",
        direction: "ltr",
        canonicalUrl: null,
      },
      notes: [{ kind: "date_stamp" }],
    };
    expect(await importArticle({ kind: "text", text })).toMatchObject(expected);
    expect(importText(text)).toMatchObject(expected);
  });

  test("refuses what holds no words", async () => {
    for (const text of ["", " \n\u200B ", ">"]) {
      expect(await refusalOf({ kind: "text", text })).toMatchObject({ reason: "text_empty", field: "text" });
    }
    for (const markup of ["", "<html><body></body></html>", "<script>alert(1)</script>", "<img src=x>"]) {
      expect(await refusalOf(html(markup))).toMatchObject({ reason: "import_no_text" });
    }
  });

  test("takes a text as long as allowed and refuses one character more, whatever it comes in", async () => {
    const longest = "a".repeat(MAX_ARTICLE_LENGTH);
    const refusal = { reason: "text_too_long", values: { limit: MAX_ARTICLE_LENGTH } };
    for (const input of [
      { kind: "text", text: longest } as const,
      html(`<p>${longest}</p>`),
      file(longest),
    ]) {
      expect(await textOf(input)).toBe(longest);
    }
    expect(await refusalOf({ kind: "text", text: `${longest}a` })).toMatchObject({
      ...refusal,
      field: "text",
    });
    expect(await refusalOf(html(`<p>${longest}a</p>`))).toMatchObject(refusal);
    expect(await refusalOf(file(`${longest}a`))).toMatchObject(refusal);
  });

  test("notes characters that were replaced", async () => {
    expect(await importArticle(html("<p>a\0</p>"))).toMatchObject({
      parts: [{ text: "a\uFFFD" }],
      notes: [{ kind: "replaced_characters", count: 1 }],
    });
  });
});

describe("a file", () => {
  const page = "<!doctype html><title>T</title><body><p>Bridge";
  const read: [string, string | Uint8Array, string | null, string][] = [
    ["with the type of a page is one", "Bridge <b>closed</b>", "text/html; charset=utf-8", "Bridge closed"],
    [
      "of XHTML may close elements at once",
      "<html><body><p/><p>Bridge</p></body></html>",
      "application/xhtml+xml",
      "Bridge",
    ],
    ["without a type that begins like a page is one", page, null, "Bridge"],
    [
      "of unknown bytes that begins like a page is one",
      `\uFEFF \n${page}`,
      "application/octet-stream",
      "Bridge",
    ],
    [
      "of XML that holds a page is one",
      `<?xml version="1.0"?><html><body><p>Bridge</p></body></html>`,
      "text/xml",
      "Bridge",
    ],
    ["with the type of text is text, tags and all", "<p>Bridge</p>", "text/plain", "<p>Bridge</p>"],
    ["without a type that is words is text", "Bridge closed", null, "Bridge closed"],
    ["in UTF-16 is read as what it is", Uint8Array.of(0xff, 0xfe, 0x42, 0, 0x72, 0), null, "Br"],
  ];
  test.each(read)("%s", async (_, content, type, text) => {
    expect(await textOf(file(content, type))).toBe(text);
  });

  const refused: [string, string | Uint8Array, string | null, string][] = [
    ["a picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), "text/html", "image/png"],
    ["an archive", Uint8Array.of(0x50, 0x4b, 3, 4), null, "application/zip"],
    ["data", "{}", "application/json", "application/json"],
    ["a feed", `<?xml version="1.0"?><rss></rss>`, "application/xml", "application/xml"],
    ["bytes", Uint8Array.of(1, 2, 3, 0), null, "application/octet-stream"],
  ];
  test.each(refused)("of %s is refused by name", async (_, content, type, name) => {
    expect(await refusalOf(file(content, type))).toMatchObject({
      reason: "import_unreadable",
      values: { type: name },
    });
  });

  test("that is too large is refused with the limit in megabytes", async () => {
    const refusal = { reason: "import_too_large", values: { limit: 10 } };
    expect(await refusalOf(file(new Uint8Array(10_000_001)))).toMatchObject(refusal);
    expect(await refusalOf(html("a".repeat(10_000_001)))).toMatchObject(refusal);
  });
});

const BOMBS: [string, string][] = [
  ["elements nested a hundred thousand deep", "<div>".repeat(100_000)],
  ["emphasis nested a million deep", `${"<i>".repeat(1_000_000)}x`],
  ["lists nested in lists", "<ul><li>".repeat(50_000)],
  ["a million attributes", `<p ${"a ".repeat(1_000_000)}>x`],
  ["a million tiny elements", "<b>x</b>".repeat(1_000_000)],
  ["a flood of references", `<p>${"&lt;".repeat(1_000_000)}`],
  ["a flood of stray signs", `<p>${"<".repeat(5_000_000)}`],
  ["table cells that span the world", "<table><tr><td colspan=1000 rowspan=65534>x".repeat(2_000)],
];

const LAUGHS = `<!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from(
  { length: 9 },
  (_, n) => `<!ENTITY lol${n + 1} "${`&lol${n || ""};`.repeat(10)}">`,
).join("")}]><html><body><p>&lol9;</p></body></html>`;

describe("a page made to do harm", () => {
  test.each(BOMBS)("of %s is refused, and another import goes on", async (_, markup) => {
    const [bomb, other] = await Promise.all([
      refusalOf(file(markup, "text/html")),
      textOf(html("<p>Fine.</p>")),
    ]);
    expect(bomb).toMatchObject({ reason: "import_too_complex" });
    expect(other).toBe("Fine.");
  });

  const HARMLESS: [string, string, string][] = [
    ["of entities in entities holds no more than it says", LAUGHS, "&lol9;"],
    ["of one endless tag holds no words after it", `<p>Fine.</p><p a="${"x".repeat(5_000_000)}`, "Fine."],
    [
      "with a huge picture inside holds its words",
      `<p>Fine.<img src="data:,${"x".repeat(5_000_000)}">`,
      "Fine.",
    ],
    ["of one endless comment holds what comes before", `<p>Fine.</p><!--${"x".repeat(5_000_000)}`, "Fine."],
  ];
  test.each(HARMLESS)("%s", async (_, markup, expected) => {
    expect(await textOf(file(markup, "text/html"))).toContain(expected);
  });

  test("that takes too long or too much memory is ended, and the next import works", async () => {
    const slow = html(`<html><body>${"a<br>".repeat(70_000)}`);
    const refusal = { reason: "import_too_complex" };
    expect(await refusalOf(slow, { ...DEFAULT_LIMITS, milliseconds: 100 })).toMatchObject(refusal);
    expect(await refusalOf(slow, { ...DEFAULT_LIMITS, megabytes: 24 })).toMatchObject(refusal);
    expect(await textOf(html("<p>Fine.</p>"))).toBe("Fine.");
  });

  test("as a PDF that unpacks to much more than it is is ended before it has", async () => {
    const pdf = pdfBomb(400_000_000);
    const before = process.memoryUsage().rss;
    let most = before;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss);
    }, 20);
    expect(await refusalOf(file(pdf, "application/pdf"))).toMatchObject({ reason: "import_too_complex" });
    clearInterval(watch);
    expect(most - before).toBeLessThan(300_000_000);
  });

  test("as text of a million characters does not hold up the process", async () => {
    let ticks = 0;
    const timer = setInterval(() => {
      ticks += 1;
    }, 5);
    const { parts } = await importArticle({ kind: "text", text: "a\n".repeat(150_000) });
    clearInterval(timer);
    expect(parts).toHaveLength(150_000);
    expect(ticks).toBeGreaterThan(0);
  });

  test("many imports at once all come through", async () => {
    const texts = Array.from({ length: 20 }, (_, n) => `Bridge ${n}`);
    expect(await Promise.all(texts.map((text) => textOf(html(`<p>${text}</p>`))))).toEqual(texts);
  });
});

test("bytes that are no characters are replaced, and that is told", async () => {
  const bytes = Uint8Array.from([...new TextEncoder().encode("It cost 10 "), 0xff, 0xfe, 0x20, 0x6d, 0x2e]);
  const { parts, notes } = await importArticle({
    kind: "file",
    bytes,
    contentType: "text/plain; charset=utf-8",
    url: null,
  });
  expect(parts[0]?.text).toBe("It cost 10 \uFFFD\uFFFD m.");
  expect(notes).toEqual([{ kind: "replaced_characters", count: 2 }]);
});

test("a publisher that is no name is none", async () => {
  const html = `<html><head><meta property="og:site_name" content="${"x ".repeat(180)}"></head><body><p>${"Words of an article. ".repeat(20)}</p></body></html>`;
  const { metadata } = await importArticle({ kind: "html", html, url: null });
  expect(metadata.publisher).toBeNull();
});

test("a Word document is called one", async () => {
  const bytes = Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00]);
  const contentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  await expect(importArticle({ kind: "file", bytes, contentType, url: null })).rejects.toMatchObject({
    reason: "import_unreadable",
    values: { type: "a Word document" },
  });
});
