import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assembleBlocks, blockProblems } from "#lib/anchoring/blocks.ts";
import { finishArticle } from "../finish-article.ts";
import { DEFAULT_LIMITS } from "../limits.ts";
import type { ImportedPart, ReadDocument } from "../read-document.ts";
import { readHtml } from "./read-html.ts";
import { MARKUP_CASES } from "./read-html-cases.ts";

function read(html: string, url: string | null = "https://paper.example/2026/05/01/bridge"): ReadDocument {
  const document = readHtml(html, { url, isXml: false, limits: DEFAULT_LIMITS });
  return { ...document, parts: finishArticle(document).parts };
}

function shown(parts: readonly ImportedPart[]): [string, string][] {
  return parts.map(({ type, level, text }) => [level === undefined ? type : `${type} ${level}`, text]);
}

function marksOf(html: string): string[][] {
  return read(html).parts.flatMap(({ text, marks = [] }) =>
    marks.map((mark) => [
      mark.type,
      text.slice(mark.start, mark.end),
      ...(mark.type === "link" ? [mark.href] : []),
    ]),
  );
}

describe("blocks", () => {
  test.each(MARKUP_CASES)("$name", ({ html, blocks }) => {
    expect(shown(read(html).parts)).toEqual(blocks);
  });

  test("cells say where they stand, across spans, empty cells and a second table", () => {
    const html = `<table><caption>Votes</caption><thead><tr><th>Bank<td>Yes</thead>
      <tr><th rowspan=2>East<td>1<br>2<tr><td><td colspan=9999>4</table>
      <table><tr><td>a<td>b<tr><td><p>c</p><p>d</p><td>e</table>`;
    const { parts } = read(html);
    expect(parts[0]).toMatchObject({ type: "caption", text: "Votes" });
    expect(parts.slice(1).map(({ text, cell }) => [text, ...Object.values(cell ?? {})])).toEqual([
      ["Bank", 1, 1, 1, true],
      ["Yes", 1, 1, 2, true],
      ["East", 1, 2, 1, true],
      ["1\n2", 1, 2, 2, false],
      ["4", 1, 3, 3, false],
      ["a", 2, 1, 1, false],
      ["b", 2, 1, 2, false],
      ["c\nd", 2, 2, 1, false],
      ["e", 2, 2, 2, false],
    ]);
  });

  test("language and direction are said where they differ from the article's", () => {
    const english = "The council said that it was not asked and that the bridge is closed for two years.";
    const { parts } = read(
      `<html lang=en-GB><body><p lang=en>${english}<p lang=ar>الجسر مغلق<p dir=rtl>x<div lang=de-AT><p>Die Brücke</div>`,
    );
    expect(parts.map(({ language, direction }) => [language, direction])).toEqual([
      [undefined, undefined],
      ["ar", "rtl"],
      [undefined, "rtl"],
      ["de-AT", undefined],
    ]);
  });
});

describe("marks", () => {
  test("say what is emphasised, strong or code, inside one another and across blocks", () => {
    expect(marksOf("<p>a <b> b <i>c</i></b> <code>d</code> <strong></strong></p><em>e<p>f</p></em>")).toEqual(
      [
        ["em", "c"],
        ["strong", "b c"],
        ["code", "d"],
        ["em", "e"],
        ["em", "f"],
      ],
    );
  });

  test("links are absolute web addresses, counted from the page's base", () => {
    const hrefs = (html: string) => marksOf(html).map(([, , href]) => href);
    expect(hrefs(`<a href="/a">x</a> <a href=" b ">x</a> <a href="//c.example/?q=1&amp;r">x</a>`)).toEqual([
      "https://paper.example/a",
      "https://paper.example/2026/05/01/b",
      "https://c.example/?q=1&r",
    ]);
    expect(hrefs(`<html><head><base href="https://b.example/x/"></head><body><a href="y">x</a>`)).toEqual([
      "https://b.example/x/y",
    ]);
    for (const href of [
      "#note",
      "javascript:alert(1)",
      "data:text/html,x",
      "mailto:a@b.c",
      "https://u:p@x.y/",
    ]) {
      expect(hrefs(`<a href="${href}">x</a>`)).toEqual([]);
    }
  });

  test("without an address of its own a page's relative links are words", () => {
    expect(read(`<p><a href="/a">x</a>`, null).parts).toEqual([
      { type: "paragraph", text: "x", isKept: true },
    ]);
  });
});

const sentence = (topic: string) =>
  `The harbour council, which met on Tuesday, said that ${topic} would not change before the spring of next year.`;
const body = ["the bridge", "the ferry", "the toll", "the road", "the quay"].map(
  (topic) => `<p>${sentence(topic)} ${sentence(topic)}</p>`,
);

const PAGE = `<!doctype html><html lang="en"><head><title>Old bridge to close for two years – The Paper</title></head><body>
<nav><ul><li><a href="/">Home</a><li><a href="/news">News</a></ul></nav>
<div id="page"><main><article>
  <h1>Old bridge to close for two years</h1>
  <div class="byline">By Jo Brook</div>
  <figure><img src="a.jpg"><figcaption>The bridge on Tuesday. Jo Brook/AP</figcaption></figure>
  <div class="article-body">${body[0]}${body[1]}
    <div class="newsletter-signup"><p>Sign up for our newsletter and get the news in your inbox each morning.</p></div>
    <h2>What the traders say</h2>${body[2]}
    <p>Read more: <a href="/x">The ferry that never came</a></p>
    <table><tr><th>Bank<th>Votes<tr><td>East<td>12</table>
    <blockquote class="twitter-tweet"><p>Closed!</p>— Jo (@jo)</blockquote>
    <blockquote>Nobody asked us.</blockquote>${body[3]}${body[4]}
    <aside class="pullquote">Nobody asked us.</aside>
  </div>
  <section class="related"><h3>Related</h3><ul><li><a href="/y">Another story of the harbour</a></ul></section>
  <div id="comments"><h3>3 comments</h3><p>${sentence("nothing")}</p></div>
</article></main></div>
<footer><p>Copyright 2026 The Paper. All rights reserved.</p></footer></body></html>`;

describe("of a page", () => {
  const { parts, title } = read(PAGE);
  const kept = shown(parts.filter(({ isKept }) => isKept));
  const leftOut = parts.filter(({ isKept }) => !isKept).map(({ text }) => text);

  test("the article is kept with its captions, tables, quotes and posts, in their order", () => {
    expect(title).toBe("Old bridge to close for two years");
    expect(kept.map(([type, text]) => [type, text.slice(0, 24)])).toEqual([
      ["caption", "The bridge on Tuesday. J"],
      ["paragraph", "The harbour council, whi"],
      ["paragraph", "The harbour council, whi"],
      ["heading 2", "What the traders say"],
      ["paragraph", "The harbour council, whi"],
      ["table-cell", "Bank"],
      ["table-cell", "Votes"],
      ["table-cell", "East"],
      ["table-cell", "12"],
      ["embed", "Closed!\n— Jo (@jo)"],
      ["quote", "Nobody asked us."],
      ["paragraph", "The harbour council, whi"],
      ["paragraph", "The harbour council, whi"],
      ["quote", "Nobody asked us."],
    ]);
  });

  test("the rest is left out and offered, except for mere menus", () => {
    expect(leftOut).toContain("Old bridge to close for two years");
    expect(leftOut).toContain("Sign up for our newsletter and get the news in your inbox each morning.");
    expect(leftOut).toContain("Read more: The ferry that never came");
    expect(leftOut).toContain(sentence("nothing"));
    expect(leftOut).not.toContain("Home");
  });

  test("no more than 200 blocks are offered beside the article", () => {
    const long = `<div class="comments">${`<p>${sentence("this")}</p>`.repeat(500)}</div>`;
    const offered = read(PAGE.replace("<footer>", `${long}<footer>`)).parts;
    expect(offered.filter(({ isKept }) => !isKept).length).toBeLessThanOrEqual(200);
    expect(shown(offered.filter(({ isKept }) => isKept))).toEqual(kept);
  });

  test("a page too short to tell is kept as it is", () => {
    expect(
      shown(read("<html><body><h1>Closed</h1><p>The bridge is closed.</p></body></html>").parts),
    ).toEqual([
      ["heading 1", "Closed"],
      ["paragraph", "The bridge is closed."],
    ]);
  });

  test("that its scripts draw, the article is in its data", () => {
    const data = {
      "@type": "NewsArticle",
      headline: "Closed",
      articleBody: `${sentence("a")}\n\n${sentence("b").repeat(5)}`,
    };
    const html = `<html><head><script type="application/ld+json">${JSON.stringify(data)}</script></head><body><p>Please switch on JavaScript.</p></body></html>`;
    expect(read(html).parts.map(({ text, isKept }) => [text, isKept])).toEqual([
      [sentence("a"), true],
      [sentence("b").repeat(5), true],
      ["Please switch on JavaScript.", false],
    ]);
  });

  test("of a copied piece nothing is left out", () => {
    const piece = `<html><body><!--StartFragment--><nav>One</nav><p class="related">Two</p><!--EndFragment--></body></html>`;
    expect(read(piece).parts.map(({ text, isKept }) => [text, isKept])).toEqual([
      ["One", true],
      ["Two", true],
    ]);
  });

  test("XHTML may close any element at once", () => {
    const xhtml = `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><script src="x"/><title/></head><body><a id="top"/><p>One.<br/>Two.</p><div/><p>Three.</p></body></html>`;
    const { parts } = readHtml(xhtml, { url: null, isXml: true, limits: DEFAULT_LIMITS });
    expect(parts.map(({ text, marks }) => [text, marks])).toEqual([
      ["One.\nTwo.", undefined],
      ["Three.", undefined],
    ]);
  });
});

const pieceOfMarkup = fc.constantFrom(
  ..."<p>|</p>|<div>|</div>|<b>|</b>|<a href=x>|</a>|<br>|<li>|<ul>|</ul>|<table>|<tr>|<td>|</table>|<pre>|</pre>".split(
    "|",
  ),
  ..."<blockquote class=twitter-tweet>|</blockquote>|<ruby>|<rt>|</ruby>|<sup>1</sup>|<h2>|</h2>|<figure>|<figcaption>".split(
    "|",
  ),
  ...'<!--|-->|<script>|</script>|<svg>|<style>|<a b="|>|<|&amp;|&#0;|&#xD83D;|\uD83D| |\n|\r|\0|港|e\u0301|word|<html>|<body>'.split(
    "|",
  ),
);

test("any markup becomes sound blocks", () => {
  const markup = fc.array(pieceOfMarkup, { maxLength: 40 }).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(markup, (html) => {
      const { text, blocks } = assembleBlocks(read(html).parts);
      expect(blockProblems(text, blocks)).toEqual([]);
      expect(text.isWellFormed()).toBe(true);
    }),
    { numRuns: 500 },
  );
});
