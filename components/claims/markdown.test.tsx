import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { Markdown } from "./markdown.tsx";

/** What stands inside the wrapper. */
function html(source: string, headingLevel?: 2 | 3 | 4 | 5 | 6): string {
  const markup = renderToStaticMarkup(<Markdown source={source} {...(headingLevel && { headingLevel })} />);
  return markup.replace(/^<div class="rich-text">|<\/div>$/g, "");
}

describe("what people write comes out as elements", () => {
  test.each([
    [
      "one *two* **three** ~~four~~ `five`",
      "<p>one <em>two</em> <strong>three</strong> <s>four</s> <code>five</code></p>",
    ],
    ["one\n\ntwo", "<p>one</p><p>two</p>"],
    ["one  \ntwo", "<p>one<br/>two</p>"],
    ["> quoted", "<blockquote><p>quoted</p></blockquote>"],
    ["- a\n- b\n  - c", "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>"],
    ["3. c\n4. d", '<ol start="3"><li>c</li><li>d</li></ol>'],
    ["---", "<hr/>"],
    ["```js\nlet a;\n```", '<pre tabindex="0"><code>let a;\n</code></pre>'],
    [
      "https://nato.int/a?b=c",
      '<p><a href="https://nato.int/a?b=c" rel="nofollow noopener">https://nato.int/a?b=c</a></p>',
    ],
    ["[a *b*](http://x.test)", '<p><a href="http://x.test" rel="nofollow noopener">a <em>b</em></a></p>'],
  ])("%j", (source, expected) => {
    expect(html(source)).toBe(expected);
  });

  test("a table, with its numbers to the end", () => {
    expect(html("|a|b|\n|-|-:|\n|1|2|")).toBe(
      '<div class="overflow-x-auto" tabindex="0"><table><thead><tr><th>a</th><th class="text-end">b</th></tr></thead>' +
        '<tbody><tr><td>1</td><td class="text-end">2</td></tr></tbody></table></div>',
    );
  });

  test("headings stand below the page's own, and never deeper than the sixth", () => {
    expect(html("# a\n\n## b")).toBe("<h3>a</h3><h4>b</h4>");
    expect(html("# a\n\n#### b", 5)).toBe("<h5>a</h5><h6>b</h6>");
  });

  test("an image becomes a link with its description", () => {
    expect(html("![The *treaty*](https://x.test/a.png)")).toContain(
      '<a href="https://x.test/a.png" rel="nofollow noopener">',
    );
    expect(html("![The treaty](https://x.test/a.png)")).not.toContain("<img");
  });
});

describe("footnotes", () => {
  const footnotes = new Map([[3, { label: "1", title: 'The "treaty"', href: "#source-1" }]]);
  const withNotes = (source: string) =>
    renderToStaticMarkup(<Markdown source={source} footnotes={footnotes} />);

  test("lead to the source they name, by the number readers see", () => {
    expect(withNotes("It is so[^3].")).toContain(
      '<p>It is so<sup><a href="#source-1" title="The &quot;treaty&quot;" aria-label="1: The &quot;treaty&quot;">1</a></sup>.</p>',
    );
  });

  test("to what is not there are a number without a link", () => {
    expect(withNotes("It is so[^4].")).toContain("<p>It is so<sup>4</sup>.</p>");
  });

  test.each(["[^]", "[^a]", "[^12345]", "\\[^3]", "`[^3]`"])("%s is none", (source) => {
    expect(withNotes(source)).not.toContain("<sup>");
  });
});

describe("hostile Markdown does nothing", () => {
  test.each([
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<a href='javascript:alert(1)'>x</a>",
    "text <iframe srcdoc=x></iframe>",
    "<style>*{display:none}</style>",
    "```\n</code></pre><script>alert(1)</script>\n```",
    "`<b onclick=alert(1)>`",
    "| <script>alert(1)</script> |\n|-|\n| <img src=x onerror=alert(1)> |",
  ])("HTML is shown as written: %j", (source) => {
    expect(html(source)).not.toMatch(/<(script|img|iframe|style|b|a)[\s>]/);
    expect(html(source)).toContain("&lt;");
  });

  test.each([
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java&#10;script:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](vbscript:msgbox)",
    "[x](file:///etc/passwd)",
    "[x](mailto:a@b.test)",
    "[x](/desk/settings)",
    "[x](//x.test)",
    "<javascript:x>",
    "![x](javascript:alert(1))",
    "![x](data:image/svg+xml;base64,PHN2Zz4=)",
    "[x]\n\n[x]: javascript:alert(1)",
  ])("an address that is not http(s) is no link: %j", (source) => {
    expect(html(source)).not.toContain("href");
    expect(html(source)).toContain("x");
  });

  test("an address cannot break out of its attribute", () => {
    expect(html('[x](https://x.test/"onmouseover="alert(1))')).not.toMatch(/"\s*onmouseover/);
  });

  test("deep nesting and long lines end soon", () => {
    expect(html(`${">".repeat(5_000)} deep`)).toContain("<blockquote>");
    expect(html("*a **b ".repeat(2_000)).length).toBeGreaterThan(2_000);
  });
});
