import fc from "fast-check";
import { expect, test } from "vitest";
import { readerHtml } from "./reader-html.ts";

test.each([
  ["<p>a</p><script>b()</script><p>c</p>", "<p>a</p><p>c</p>"],
  ['<script src="/x.js" async=""></script>z', "z"],
  ['<SCRIPT type="module">x</SCRIPT>z', "z"],
  ['<script type="text/javascript">"<p>"</script>z', "z"],
  ['<link rel="preload" as="script" href="/x.js"/>z', "z"],
  ['<link rel="modulepreload" href="/x.js">z', "z"],
  ["<script>never closed", ""],
])("%s becomes %s", (html, readers) => {
  expect(readerHtml(html)).toBe(readers);
});

test.each([
  '<script type="application/ld+json">{"@type":"ClaimReview","claimReviewed":"<b>"}</script>',
  '<link rel="stylesheet" href="/x.css"/><link rel="preload" as="font" href="/x.woff2"/>',
  "<p title='<script>'>&lt;script&gt;alert(1)&lt;/script&gt;</p>",
  "<textarea><script>not one</script></textarea>",
  "<title><script>not one</script></title>",
  "<!-- <script>x</script> --><p dir=rtl>שלום</p>",
])("%s stays to the letter", (html) => {
  expect(readerHtml(html)).toBe(html);
});

test("in a language, links lead to pages in it, but for those that say theirs", () => {
  const html =
    '<a class="x" href="/claims/tax">a</a><a href="/claims" hrefLang="en">b</a><form action="/claims" method="get">' +
    '<link rel="alternate" href="/feed.xml"/><a href="https://example.com/claims">c</a></form>';
  expect(readerHtml(html, "ar")).toBe(
    html
      .replace('href="/claims/tax"', 'href="/ar/claims/tax"')
      .replace('action="/claims"', 'action="/ar/claims"'),
  );
});

test("of a page put together from pieces, exactly the scripts go", () => {
  const stays = fc.constantFrom(
    "<p>words &amp; more</p>",
    '<script type="application/ld+json">{"a":"\\u003c/script>"}</script>',
    "<!-- <script> -->",
    "🦓 <b title='>'>x</b>",
  );
  const goes = fc.constantFrom(
    "<script>a<b</script>",
    "<script src=x></script>",
    '<link rel="modulepreload">',
  );
  const piece = fc.oneof(
    stays.map((html) => ({ html, isKept: true })),
    goes.map((html) => ({ html, isKept: false })),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const all = pieces.map(({ html }) => html).join("");
      const kept = pieces.filter(({ isKept }) => isKept);
      expect(readerHtml(all)).toBe(kept.map(({ html }) => html).join(""));
    }),
  );
});
