import { describe, expect, test } from "vitest";
import { DEFAULT_LIMITS } from "../limits.ts";
import { exceeds, scanMarkup } from "./markup-scan.ts";

const sizeOf = (markup: string) => scanMarkup(markup, DEFAULT_LIMITS).size;
const leanOf = (markup: string) => scanMarkup(markup, DEFAULT_LIMITS).lean;

describe("the size of markup", () => {
  const depths: [string, number][] = [
    ["plain words", 0],
    ["<div><p><b>x</b></p></div><p>", 3],
    ["<p>a<p>b<p>c<br><img><hr>", 1],
    ["<ul><li>a<li>b</ul><ul><li>c</ul>", 2],
    ["<table><tr><td>a<td>b<tr><td>c</table>", 3],
    ["<b></i></i></b><b></b>", 1],
    ["<script><div><div><div></script><div>", 1],
    ["<!-- <div><div><div> --><div>", 1],
    [`<a title="<div><div>" data-x='<div>'>`, 1],
  ];
  test.each(depths)("%s nests %i deep", (markup, depth) => {
    expect(sizeOf(markup).depth).toBe(depth);
  });

  test("attributes are counted, whatever their values hold", () => {
    expect(sizeOf(`<a b c=d e = "f g h" i='j > k' l=m/>x y z`).attributesPerElement).toBe(5);
    expect(sizeOf(`<a "b" c='d`).attributesPerElement).toBeLessThanOrEqual(3);
  });

  const bombs: [string, string][] = [
    ["nesting", "<div>".repeat(100_000)],
    ["nesting without tags that end", "<i><b>".repeat(100_000)],
    ["elements", "<b></b>".repeat(1_000_000)],
    ["drawings that never end", "<svg>".repeat(1_000_000)],
    ["references", "&amp;".repeat(1_000_000)],
    ["signs", "<".repeat(1_000_000)],
    ["attributes", `<a ${"b ".repeat(1_000_000)}>`],
    ["attributes with values", `<a ${'b="c"'.repeat(1_000_000)}>`],
  ];
  test.each(bombs)("too many %s are known at once", (_, markup) => {
    expect(exceeds(sizeOf(markup), DEFAULT_LIMITS)).toBe(true);
  });

  const long: [string, string][] = [
    ["one endless tag", `<a ${"b".repeat(5_000_000)}`],
    ["one endless attribute", `<a b="${"c".repeat(5_000_000)}`],
    ["one endless run of blanks", `<a${" ".repeat(5_000_000)}b`],
    ["one endless comment", `<!--${"-".repeat(5_000_000)}`],
    ["one endless script", `<script>${"</scrip".repeat(700_000)}`],
    ["a huge picture in the page", `<p>a<img src="data:image/png;base64,${"A".repeat(5_000_000)}">`],
  ];
  test.each(long)("%s is not many things", (_, markup) => {
    expect(exceeds(sizeOf(markup), DEFAULT_LIMITS)).toBe(false);
  });
});

describe("lean markup", () => {
  const cases: [string, string, string][] = [
    [
      "has no comments, scripts, styles and drawings",
      "a<!-- b --><script>c</script><STYLE>d</STYLE><svg><g/></svg>e",
      "ae",
    ],
    [
      "has structured data",
      `<script type="application/ld+json" nonce=x>{}</script>`,
      `<script type="application/ld+json">{}</script>`,
    ],
    [
      "has only attributes that are used",
      `<p class='a b' data-x="y>" onclick=z id=c>d</p>`,
      "<p class='a b' id=c>d</p>",
    ],
    [
      "goes on behind an empty drawing",
      `<p><svg class="icon"/>a</p><p><svg><path/></svg>b</p>`,
      "<p>a</p><p>b</p>",
    ],
    ["goes on behind an empty comment", "a<!-->b<!--->c<!---->d<!-- e -->f", "abcdf"],
    ["goes on behind a comment ended as browsers let it", "a<!-- b --!>c<!-- d -->e", "ace"],
    ["goes on behind a drawing and a list that never end", "a<svg>b<select>c</p>", "abc</p>"],
    ["takes only white space for the end of a name", "a<script\u00a0src=b>c", "a<script\u00a0src=b>c"],
    ["is otherwise as it was", `<p class=a>1 < 2 &amp; "3"</p><br/>`, `<p class=a>1 < 2 &amp; "3"</p><br/>`],
    ["ends a tag as it was ended", "<img src=a/><br data-a />", "<img><br />"],
  ];
  test.each(cases)("%s", (_, markup, lean) => {
    expect(leanOf(markup)).toBe(lean);
  });
});
