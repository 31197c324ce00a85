import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { assembleBlocks, type BlockPart } from "#lib/anchoring/blocks.ts";
import { reachOf } from "#lib/anchoring/segments.ts";
import { ArticleText } from "./article-text.tsx";
import { type MarkedClaim, MarkedWords, passagesOf } from "./marked-words.tsx";

type Chosen = { number: number; words: string[]; tone?: MarkedClaim["tone"] };

function render(parts: BlockPart[], chosen: Chosen[], linksWords = false): string {
  const { text, blocks } = assembleBlocks(parts);
  const claims = chosen.map(({ number, words, tone = null }): MarkedClaim => {
    const passages = words.map((quote, index) => {
      const start = text.indexOf(quote);
      return { id: `passage-${number}-${index}`, start, end: start + quote.length };
    });
    return {
      id: `claim-${number}`,
      number,
      tone,
      name: `Claim ${number}`,
      href: `#claim-${number}`,
      passages,
    };
  });
  const props = { text, blocks, claims, language: "en", direction: "ltr", linksWords } as const;
  return renderToStaticMarkup(<ArticleText {...props} />);
}

const words = (markup: string) => markup.replaceAll(/<[^>]+>/g, "");
const count = (markup: string, pattern: RegExp) => [...markup.matchAll(pattern)].length;

test("marks add nothing to the words", () => {
  const text = "Denmark, a founding NATO member, had failed.";
  const markup = render(
    [{ type: "paragraph", text, marks: [{ type: "em", start: 0, end: 12 }] }],
    [
      { number: 1, words: ["Denmark, a founding NATO member"] },
      { number: 2, words: ["NATO member, had failed"] },
    ],
  );
  expect(words(markup)).toBe(text);
});

test("of overlapping claims each is named once, and both mark what they share", () => {
  const markup = render(
    [{ type: "paragraph", text: "One two three four" }],
    [
      { number: 1, words: ["One two three"], tone: "false" },
      { number: 2, words: ["two three four"] },
    ],
  );
  expect(count(markup, /<mark/g)).toBe(3);
  expect(markup).toMatch(
    /<mark data-claims="claim-1 claim-2"[^>]*>.*<span[^>]*data-lane="2">two three<\/span>/,
  );
  expect(count(markup, /aria-label="Claim 1"/g)).toBe(1);
  expect(count(markup, /aria-label="Claim 2"/g)).toBe(1);
  expect(count(markup, /data-tone="false" data-lane="1"/g)).toBe(2);
  expect(count(markup, /data-tone="pending" data-lane="2"/g)).toBe(2);
});

test("a claim over two blocks begins in the first and ends in the second", () => {
  const markup = render(
    [
      { type: "paragraph", text: "He said it." },
      { type: "paragraph", text: "Twice." },
    ],
    [{ number: 1, words: ["said it.\n\nTwice"] }],
  );
  expect(count(markup, /id="words-1"/g)).toBe(1);
  expect(count(markup, /<mark/g)).toBe(2);
});

test("a claim with two passages is named at both, with one place to link to", () => {
  const markup = render(
    [{ type: "paragraph", text: "Here, and there." }],
    [{ number: 1, words: ["there", "Here"] }],
  );
  expect(count(markup, /aria-label="Claim 1"/g)).toBe(2);
  expect(count(markup, /id="words-1"/g)).toBe(1);
});

test("list items that follow one another are one list", () => {
  const markup = render(
    [
      { type: "list-item", text: "One", level: 1 },
      { type: "list-item", text: "Two", level: 1 },
      { type: "paragraph", text: "Between" },
      { type: "list-item", text: "Three", level: 1 },
    ],
    [],
  );
  expect(count(markup, /<ul>/g)).toBe(2);
  expect(count(markup, /<li /g)).toBe(3);
});

test("where pages have no script, a claim's words lead to it, but never a link inside a link", () => {
  const markup = render(
    [
      {
        type: "paragraph",
        text: "See the letter now",
        marks: [{ type: "link", start: 4, end: 14, href: "https://example.org/" }],
      },
    ],
    [{ number: 1, words: ["See the letter now"] }],
    true,
  );
  expect(markup).toContain('data-words="true">See </a>');
  expect(markup).toMatch(/<a href="https:\/\/example.org\/"[^>]*>the letter<\/a>/);
  expect(count(markup, /<a[^>]*>[^<]*<a/g)).toBe(0);
});

const cell = (row: number, column: number, text: string, isHeader = false, table = 1): BlockPart => ({
  type: "table-cell",
  text,
  cell: { table, row, column, isHeader },
});

test("cells that say where they stand are a table, with what was empty drawn empty", () => {
  const markup = render(
    [
      cell(1, 2, "2024", true),
      cell(1, 3, "2025", true),
      cell(2, 1, "Denmark", true),
      cell(2, 3, "2.4 %"),
      cell(3, 1, "Norway", true),
      cell(3, 2, "2.2 %"),
    ],
    [],
  );
  const rows = [...markup.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = ""]) =>
    row.replaceAll(/ data-block-start="\d+"/g, ""),
  );
  expect(rows).toEqual([
    '<td></td><th scope="col">2024</th><th scope="col">2025</th>',
    '<th scope="row">Denmark</th><td></td><td>2.4 %</td>',
    '<th scope="row">Norway</th><td>2.2 %</td><td></td>',
  ]);
});

test("every cell keeps its place in the text, and a claim in it its mark", () => {
  const parts = [
    cell(1, 1, "Year", true),
    cell(1, 2, "Share", true),
    cell(2, 1, "2025"),
    cell(2, 2, "2.4 %"),
  ];
  const { text, blocks } = assembleBlocks(parts);
  const markup = render(parts, [{ number: 1, words: ["2025\n\n2.4 %"] }]);
  const starts = [...markup.matchAll(/data-block-start="(\d+)"/g)].map(([, start]) => Number(start));
  expect(starts).toEqual(blocks.map(({ start }) => start));
  expect(words(markup)).toBe(text.replaceAll("\n\n", ""));
  expect(count(markup, /<td data-block-start="\d+"><mark/g)).toBe(2);
});

test("two tables in a row are two, and no cell is lost where two claim one place", () => {
  const markup = render([cell(1, 1, "a"), cell(1, 1, "b"), cell(1, 2, "c"), cell(1, 1, "d", false, 2)], []);
  expect(count(markup, /<table>/g)).toBe(2);
  expect(words(markup)).toBe("abcd");
});

test("cells that do not say where they stand stay side by side", () => {
  const markup = render([{ type: "table-cell", text: "a" }, cell(1, 1, "b")], []);
  expect(markup).toMatch(/<div data-cells="true"><p[^>]*>a<\/p><\/div>/);
  expect(count(markup, /<table>/g)).toBe(1);
});

test("a block in another language says so", () => {
  const markup = render(
    [
      { type: "paragraph", text: "He wrote:" },
      { type: "quote", text: "שלום", language: "he", direction: "rtl" },
      { type: "quote", text: "Peace" },
    ],
    [],
  );
  expect(markup).toContain('<p data-block-start="11" lang="he" dir="rtl">שלום</p>');
  expect(markup).toContain('<p data-block-start="0">He wrote:</p>');
  expect(count(markup, /<blockquote>/g)).toBe(1);
});

test("words nobody has confirmed yet are told apart from those that were", () => {
  const { text, blocks } = assembleBlocks([{ type: "paragraph", text: "One two" }]);
  const claim = { number: 1, tone: null, name: "Claim 1", href: "#claim-1" };
  const claims: MarkedClaim[] = [
    { ...claim, id: "sure", passages: [{ id: "a", start: 0, end: 3, isUnsure: false }] },
    { ...claim, id: "unsure", passages: [{ id: "b", start: 4, end: 7, isUnsure: true }] },
  ];
  const props = { text, blocks, claims, language: "en", direction: "ltr" } as const;
  const markup = renderToStaticMarkup(<ArticleText {...props} />);
  expect(markup).toMatch(/<mark[^>]*data-claims="unsure"[^>]*data-unsure="true"/);
  expect(markup).not.toMatch(/<mark[^>]*data-claims="sure"[^>]*data-unsure/);
});

test("however many claims lie over one another, their words are one mark with three lines and one for the rest", () => {
  const markup = render(
    [{ type: "paragraph", text: "All of it" }],
    [1, 2, 3, 4, 5].map((number) => ({ number, words: ["All of it"] })),
  );
  expect(count(markup, /<mark/g)).toBe(1);
  expect(count(markup, /data-lane/g)).toBe(3);
  expect(markup).toMatch(/<mark[^>]*data-more="true"/);
  expect(count(markup, /aria-label="Claim \d"/g)).toBe(5);
});

test("the active claim's words stand in a frame that begins and ends where they do, over two blocks too", () => {
  const { text, blocks } = assembleBlocks([
    { type: "paragraph", text: "He said it." },
    { type: "paragraph", text: "Twice." },
  ]);
  const claim = { id: "a", number: 1, tone: null, name: "Claim 1", href: "#claim-1" };
  const passages = passagesOf({ ...claim, passages: [{ id: "p", start: 3, end: text.length - 1 }] });
  const [first = "", second = ""] = blocks.map((block, index) =>
    renderToStaticMarkup(
      <MarkedWords
        text={text}
        block={block}
        reach={reachOf(blocks, index)}
        passages={passages}
        activeId="a"
      />,
    ),
  );
  expect(first).toMatch(/<mark[^>]*data-active="true" data-begins="true"/);
  expect(first).not.toContain("data-ends");
  expect(second).toMatch(/<mark[^>]*data-active="true" data-ends="true"/);
});
