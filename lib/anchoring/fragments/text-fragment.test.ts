import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readShared } from "#lib/testing/corpora.ts";
import { assembleBlocks, type BlockType } from "../blocks.ts";
import type { Span } from "../spans.ts";
import { POLYFILL_CASES } from "./fragment-cases.ts";
import { textFragment, withTextFragment } from "./text-fragment.ts";

type Page = { text: string; blocks: Span[] };

function pageOf(...texts: string[]): Page {
  return assembleBlocks(texts.map((text) => ({ type: "paragraph" satisfies BlockType, text })));
}

/** The directive for the `nth` place (from 1) where `words` stand. */
function directive({ text, blocks }: Page, words: string, nth = 1): string | null {
  let start = -1;
  for (let left = nth; left > 0; left -= 1) start = text.indexOf(words, start + 1);
  expect(start).toBeGreaterThanOrEqual(0);
  return textFragment(text, { start, end: start + words.length }, blocks);
}

const NONE = { prefix: undefined, end: undefined, suffix: undefined };

/** A directive's terms, by the grammar of the draft: [prefix-,]start[,end][,-suffix]. */
function parse(fragment: string) {
  const parts = fragment.replace(/^:~:text=/, "").split(",");
  const prefix = parts[0]?.endsWith("-") ? parts.shift()?.slice(0, -1) : undefined;
  const suffix = parts.at(-1)?.startsWith("-") ? parts.pop()?.slice(1) : undefined;
  const [start = "", end] = parts;
  expect(parts.length).toBeLessThanOrEqual(2);
  const decoded = (term: string | undefined) => (term === undefined ? undefined : decodeURIComponent(term));
  return {
    prefix: decoded(prefix),
    start: decodeURIComponent(start),
    end: decoded(end),
    suffix: decoded(suffix),
  };
}

/** A stretch of one block that matches `words` from `at` on, white space and case apart; its end, or null. */
function matchAt({ text, blocks }: Page, words: string, at: number): number | null {
  const block = blocks.find(({ start, end }) => start <= at && at < end);
  if (block === undefined) return null;
  const pattern = words
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  const found = new RegExp(pattern.join("\\s+"), "iuy");
  found.lastIndex = at;
  const match = found.exec(text);
  return match !== null && at + match[0].length <= block.end ? at + match[0].length : null;
}

function edgesOf({ text, blocks }: Page): Set<number> {
  const segmenter = new Intl.Segmenter("und", { granularity: "word" });
  const edges = blocks.flatMap(({ start, end }) => [
    ...Array.from(segmenter.segment(text.slice(start, end)), ({ index }) => start + index),
    end,
  ]);
  return new Set(edges);
}

/** All places a browser could go to, by the steps of the draft, one character after the other. */
function places(page: Page, fragment: string): Span[] {
  const { prefix, start, end, suffix } = parse(fragment);
  const edges = edgesOf(page);
  const skip = (at: number) => at + (/^\s*/.exec(page.text.slice(at))?.[0].length ?? 0);
  const fits = (at: number) => {
    if (suffix === undefined) return edges.has(at);
    const after = matchAt(page, suffix, skip(at));
    return after !== null && edges.has(after);
  };
  const found: Span[] = [];
  for (let at = 0; at < page.text.length; at += 1) {
    if (!edges.has(at)) continue;
    const afterPrefix = prefix === undefined ? at : matchAt(page, prefix, at);
    if (afterPrefix === null) continue;
    const from = prefix === undefined ? at : skip(afterPrefix);
    const to = matchAt(page, start, from);
    if (to === null) continue;
    if (end === undefined && fits(to)) found.push({ start: from, end: to });
    if (end === undefined || !edges.has(to)) continue;
    for (let last = to; last < page.text.length; last += 1) {
      const close = edges.has(last) ? matchAt(page, end, last) : null;
      if (close === null || !fits(close)) continue;
      found.push({ start: from, end: close });
      break;
    }
  }
  return found;
}

/** The widest reading of a span: without white space around it, out to the edges of the words it cuts. */
function whole(page: Page, { start, end }: Span): Span | null {
  const edges = edgesOf(page);
  let [from, to] = [start, end];
  while (from < to && /\s/.test(page.text.charAt(from))) from += 1;
  while (to > from && /\s/.test(page.text.charAt(to - 1))) to -= 1;
  if (from === to) return null;
  while (!edges.has(from)) from -= 1;
  while (!edges.has(to)) to += 1;
  return { start: from, end: to };
}

function expectFound(page: Page, span: Span): boolean {
  const wanted = whole(page, span);
  const found = textFragment(page.text, span, page.blocks);
  if (found === null) return false;
  expect(places(page, found)).toEqual([wanted]);
  return true;
}

const PAGE = pageOf(
  "The council closed the bridge. The mayor, who had opened the bridge in May, said nothing.",
  "Traders said that 40% of A&B's well-known carts, all of them old, had crossed it.",
  "The council closed the market.",
);

describe("a text directive", () => {
  test("is the words themselves where they stand once", () => {
    expect(directive(PAGE, "opened the bridge")).toBe(":~:text=opened%20the%20bridge");
  });

  test("writes dashes, ampersands, commas and percent signs as codes", () => {
    expect(directive(PAGE, "40% of A&B's well-known carts, all")).toBe(
      ":~:text=40%25%20of%20A%26B's%20well%2Dknown%20carts%2C%20all",
    );
  });

  test("takes in as few words before or after as make it the only one", () => {
    expect(directive(PAGE, "the bridge", 1)).toBe(":~:text=closed-,the%20bridge");
    expect(directive(PAGE, "the bridge", 2)).toBe(":~:text=opened-,the%20bridge");
    expect(directive(PAGE, "The council closed", 2)).toBe(":~:text=it.-,The%20council%20closed");
  });

  test("is widened to whole words", () => {
    expect(directive(PAGE, "pened the bri")).toBe(":~:text=opened%20the%20bridge");
  });

  test("counts other case, accents and white space as the same words", () => {
    const page = pageOf("Le café\nest fermé.", "LE CAFE EST ouvert.");
    expect(directive(page, "Le café\nest")).toBe(":~:text=Le%20caf%C3%A9%20est,-ferm%C3%A9");
  });

  test("names the first and the last words of a quotation over several blocks", () => {
    const { text } = PAGE;
    const words = text.slice(text.indexOf("opened"), text.indexOf(" crossed"));
    expect(directive(PAGE, words)).toBe(":~:text=opened%20the%20bridge,them%20old%2C%20had");
  });

  test("names the first and the last words of a long one", () => {
    const long = Array.from({ length: 80 }, (_, index) => `word${index}`).join(" ");
    expect(directive(pageOf(`Before. ${long} After.`), long)).toBe(
      ":~:text=word0%20word1%20word2,word77%20word78%20word79",
    );
  });

  test("has longer ends where the short ones stand elsewhere too", () => {
    const long = `a b c d ${"word ".repeat(70)}x y z`;
    const page = pageOf(`${long} end`, "a b c e and so on to y z, w x y z");
    const found = directive(page, long) ?? "";
    expect(parse(found)).toEqual({ ...NONE, start: "a b c d word", end: "word word x y z" });
    expect(places(page, found)).toHaveLength(1);
  });

  test("leaves out of account what stands inside words, or goes over the end of a block", () => {
    expect(directive(pageOf("Concat the categories: a cat sat."), "cat", 3)).toBe(":~:text=cat");
    expect(directive(pageOf("One two", "three", "one two three"), "two three")).toBe(":~:text=two%20three");
    const long = `a b c ${"x y zebra ".repeat(40)}x y z`;
    expect(directive(pageOf(long), long)).toBe(":~:text=a%20b%20c,x%20y%20z");
  });

  test("finds words of languages that write no spaces by their dictionary", () => {
    const page = pageOf("古い橋は二年間閉鎖される。", "市議会は古い橋を閉鎖した。");
    const found = directive(page, "閉鎖", 2) ?? "";
    expect(places(page, found)).toEqual([
      { start: page.text.lastIndexOf("閉鎖"), end: page.text.lastIndexOf("閉鎖") + 2 },
    ]);
  });

  test("is null where nothing tells a place from another", () => {
    expect(directive(pageOf(...Array.from({ length: 60 }, () => "again")), "again", 30)).toBeNull();
    expect(textFragment("  ", { start: 0, end: 2 }, [])).toBeNull();
  });

  test("takes a text without blocks for one", () => {
    expect(textFragment("One two three", { start: 4, end: 7 }, [])).toBe(":~:text=two");
  });

  test("stops at a text of repetitions as large as an article may be", () => {
    const text = "ab ".repeat(300_000).trim();
    expect(textFragment(text, { start: 3_000, end: 4_199 }, [{ start: 0, end: text.length }])).toBeNull();
  });
});

describe("an address with a directive", () => {
  const fragment = ":~:text=one%20two";
  test.each([
    ["https://example.org/a", "https://example.org/a#:~:text=one%20two"],
    ["https://example.org/a?b=1#part", "https://example.org/a?b=1#part:~:text=one%20two"],
    ["https://example.org/a#", "https://example.org/a#:~:text=one%20two"],
    ["https://example.org/a#part:~:text=old&text=older", "https://example.org/a#part:~:text=one%20two"],
  ])("%s becomes %s", (url, expected) => {
    expect(withTextFragment(url, fragment)).toBe(expected);
    expect(withTextFragment(url, null)).toBe(url);
  });
});

describe("every directive leads to its words and nowhere else", () => {
  const WORDS = fc.constantFrom(
    ..."the The bridge, bridge market said “said” well-known 40% A&B can't e\u0301te\u0301 été Straße мост мосты الجسر، الجسر הגשר 橋 古い橋は閉鎖された。 สะพานเก่า สะพาน다리 다리가 𝒳 👩‍👩‍👧 (1) … पुल का".split(
      " ",
    ),
  );
  const BLOCK = fc.array(WORDS, { minLength: 1, maxLength: 14 }).map((words) => words.join(" "));
  const PAGES = fc.array(BLOCK, { minLength: 1, maxLength: 5 }).map((blocks) => pageOf(...blocks));

  test("for any stretch of mixed languages", () => {
    let found = 0;
    fc.assert(
      fc.property(PAGES, fc.nat(), fc.nat(), (page, a, b) => {
        const [start = 0, end = 0] = [a % (page.text.length + 1), b % (page.text.length + 1)].toSorted(
          (x, y) => x - y,
        );
        if (whole(page, { start, end }) === null) return;
        if (expectFound(page, { start, end })) found += 1;
      }),
      { numRuns: 400 },
    );
    // Where nearly all words repeat, some places cannot be told apart.
    expect(found).toBeGreaterThan(200);
  });

  const long = Array.from({ length: 120 }, (_, index) => `${index} and the`).join(" ");
  test("for any long stretch, over blocks or within one", () => {
    const page = pageOf(
      long,
      "A heading",
      long.replaceAll("and", "or"),
      long.toUpperCase().replaceAll("THE", "A"),
    );
    fc.assert(
      fc.property(fc.nat(page.text.length - 500), fc.integer({ min: 310, max: 490 }), (start, length) => {
        expect(expectFound(page, { start, end: start + length })).toBe(true);
      }),
      { numRuns: 15 },
    );
  });
});

const names = ["text_fragment_utils", "fragment_generation_utils"].map((file) =>
  readShared(`corpora/anchoring/text-fragments/${file}.json`),
);

describe.skipIf(names.includes(null))("the polyfill's cases", () => {
  test("are each tested here or named with a reason", () => {
    const all = names.flatMap((json) => JSON.parse(json ?? "[]") as { test: string }[]);
    const unknown = all
      .map(({ test: name }) => name.replace(/^\w+ > /, ""))
      .filter((name) => !POLYFILL_CASES.some(([start]) => name.startsWith(start)));
    expect(unknown).toEqual([]);
  });

  const pages = new Set(POLYFILL_CASES.flatMap(([, page]) => (typeof page === "string" ? [page] : [])));
  test.each([...pages])("have their words found again on %s", (file) => {
    const page = pageOf(...textsOf(readShared(`corpora/anchoring/text-fragments/html/${file}`) ?? ""));
    const edges = [...edgesOf(page)].toSorted((a, b) => a - b);
    let lost = 0;
    let found = 0;
    for (let from = 0; from < edges.length; from += Math.ceil(edges.length / 40)) {
      for (const length of [1, 3, 9, 200]) {
        const span = { start: edges[from] ?? 0, end: edges[Math.min(edges.length - 1, from + length)] ?? 0 };
        if (whole(page, span) === null) continue;
        if (expectFound(page, span)) found += 1;
        else lost += 1;
      }
    }
    expect(expectFound(page, { start: 0, end: page.text.length })).toBe(true);
    expect(found).toBeGreaterThan(0);
    // Its two blocks are the same: what stands inside one of them stands in the other too.
    if (file !== "range-fragment-test.html") expect(lost).toBe(0);
  });
});

/** The words of a small page, by its elements that begin a line. */
function textsOf(html: string): string[] {
  return html
    .replace(/<!--[\s\S]*?-->|<(script|style|title)[\s\S]*?<\/\1>/g, "")
    .split(/<\/?(?:div|p|body|html|head|h\d|li|ul|table|tr|td|br)\b[^>]*>/)
    .map((part) =>
      part
        .replace(/<[^>]*>/g, "")
        .replace(/\s+/g, " ")
        .trim(),
    )
    .filter((part) => part !== "");
}
