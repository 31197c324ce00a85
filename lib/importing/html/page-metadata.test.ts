import { describe, expect, test } from "vitest";
import { cleanByline } from "./byline.ts";
import { headlineOf } from "./headline.ts";
import { type PageMetadata, readMetadata } from "./page-metadata.ts";
import { parsePage } from "./page-tree.ts";
import { publishedDay } from "./published-day.ts";

const ADDRESS = "https://paper.example/news/bridge?from=front";

function metadataOf(head: string, body = "", url: string | null = ADDRESS): PageMetadata {
  return readMetadata(parsePage(`<html><head>${head}</head><body>${body}</body></html>`), url);
}

const jsonLd = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

const ARTICLE = {
  "@context": "https://schema.org",
  "@type": "NewsArticle",
  headline: "Bridge &amp; ferry close",
  author: [{ "@type": "Person", name: "Jo Brook" }, { name: "By Ada Quay" }, "Jo Brook"],
  publisher: { "@type": "Organization", name: "The Paper" },
  datePublished: "2026-05-01T23:30:00-04:00",
  inLanguage: "en-GB",
};

const FROM_DATA = {
  title: "Bridge & ferry close",
  byline: "Jo Brook, Ada Quay",
  publisher: "The Paper",
  publishedOn: "2026-05-01",
  language: "en-GB",
};

describe("structured data", () => {
  const cases: [string, string][] = [
    ["is read", jsonLd(ARTICLE)],
    ["is found in an array", jsonLd([{ "@type": "WebSite", name: "Site" }, ARTICLE])],
    ["is found in a graph", jsonLd({ "@graph": [{ "@type": "BreadcrumbList" }, ARTICLE] })],
    ["is found as the main entity of its page", jsonLd({ "@type": "WebPage", mainEntity: ARTICLE })],
    ["may have several types", jsonLd({ ...ARTICLE, "@type": ["Thing", "ReportageNewsArticle"] })],
    [
      "may name its author and publisher elsewhere in the graph",
      jsonLd({
        "@graph": [
          { ...ARTICLE, author: [{ "@id": "#jo" }, { "@id": "#ada" }], publisher: { "@id": "#paper" } },
          { "@id": "#jo", name: "Jo Brook" },
          { "@id": "#ada", name: "Ada Quay" },
          { "@id": "#paper", name: "The Paper" },
        ],
      }),
    ],
    [
      "may be written carelessly",
      `<script type="application/ld+json">broken {</script><script type="application/ld+json">//<![CDATA[\n${JSON.stringify(ARTICLE).replace("ferry close", "ferry\nclose")};\n//]]></script>`,
    ],
    [
      "comes before everything else",
      `<meta property="og:title" content="x">${jsonLd(ARTICLE)}<title>y</title>`,
    ],
  ];
  test.each(cases)("%s", (_, head) => {
    expect(metadataOf(head)).toMatchObject(FROM_DATA);
  });

  test("that is hostile says nothing", () => {
    const hostile = {
      "@type": "NewsArticle",
      headline: { a: 1 },
      name: 5,
      author: 7,
      publisher: [[]],
      url: "javascript:x",
    };
    expect(metadataOf(jsonLd(hostile))).toMatchObject({ title: null, byline: null, canonicalUrl: null });
  });

  test("that calls the article by the site's name is corrected by the page's title", () => {
    const data = jsonLd({ ...ARTICLE, headline: "An entry of the site", name: "Old bridge" });
    expect(metadataOf(`${data}<title>Old bridge - Site</title>`).title).toBe("Old bridge");
  });
});

describe("without structured data", () => {
  const cases: [string, Partial<PageMetadata>, string, string?][] = [
    [
      "Open Graph has the title",
      { title: "A", publisher: "S" },
      `<meta property="og:title" content=" A "><meta property=og:site_name content=S><title>B</title>`,
    ],
    [
      "meta elements have the author",
      { byline: "Jo Brook, Ada Quay" },
      `<meta name=author content="Jo Brook"><meta name=Author content="by Ada Quay">`,
    ],
    [
      "an author's address is no name",
      { byline: null },
      `<meta property="article:author" content="https://www.facebook.com/paper">`,
    ],
    [
      "Dublin Core is read",
      { byline: "Jo", publishedOn: "2026-05-01" },
      `<meta name=DC.creator content="Jo"><meta name="dc.date.issued" content="2026-05-01">`,
    ],
    [
      "the day is as published, in its own offset",
      { publishedOn: "2026-05-01" },
      `<meta property="article:published_time" content="2026-05-01T00:10:00+12:00">`,
    ],
    ["the heading is the title", { title: "Bridge closes" }, "", "<h1>Bridge <i>closes</i></h1>"],
    [
      "the byline is what is called so",
      { byline: "Jo Brook" },
      "",
      `<p class="article__byline byline">By Jo Brook | May 1, 2026</p>`,
    ],
    ["an author link is a byline", { byline: "Jo Brook" }, "", `<a rel="author" href="/jo">Jo Brook</a>`],
    [
      "a time element has the day",
      { publishedOn: "2026-05-01" },
      "",
      `<time datetime="2026-05-01T10:00Z">1 May</time><time datetime="2020-01-01">`,
    ],
    [
      "the time said to be that of publication comes first",
      { publishedOn: "2026-05-01" },
      "",
      `<time datetime="2020-01-01"></time><span itemprop=datePublished content="2026-05-01">`,
    ],
    [
      "nothing is made up",
      { title: null, byline: null, publisher: null, publishedOn: null, language: null },
      "",
    ],
  ];
  test.each(cases)("%s", (_, expected, head, body) => {
    expect(metadataOf(head, body)).toMatchObject(expected);
  });

  test("the address tells the day before times that may be those of other stories", () => {
    const { publishedOn } = metadataOf(
      "",
      "<time datetime=2020-01-01></time>",
      "https://p.example/2026/05/01/x",
    );
    expect(publishedOn).toBe("2026-05-01");
  });
});

describe("the canonical address", () => {
  test("is absolute and on the web", () => {
    expect(metadataOf(`<link rel="canonical" href="/news/bridge">`).canonicalUrl).toBe(
      "https://paper.example/news/bridge",
    );
    expect(metadataOf(`<meta property="og:url" content="https://paper.example/b">`).canonicalUrl).toBe(
      "https://paper.example/b",
    );
    for (const href of ["javascript:alert(1)", "data:text/html,x", "", "https://u:p@x.example/a"]) {
      expect(metadataOf(`<link rel="canonical" href="${href}">`).canonicalUrl).toBeNull();
    }
  });

  test("is not the front page that a site names on every page", () => {
    expect(metadataOf(`<link rel="canonical" href="https://paper.example/">`).canonicalUrl).toBeNull();
  });
});

describe("the language declared", () => {
  const declared = (html: string) => readMetadata(parsePage(html), null).language;
  test("is that of the page, its body, its headers or its data", () => {
    expect(declared("<html lang=fr-CA><body lang=en>")).toBe("fr-CA");
    expect(declared("<html><body lang=de>")).toBe("de");
    expect(declared(`<html><head><meta http-equiv="Content-Language" content="es, en"></head>`)).toBe("es");
    expect(declared(`<html><head><meta property="og:locale" content="pt_BR"></head>`)).toBe("pt_BR");
  });
});

const HEADLINES: [string, string, string[]][] = [
  ["Old bridge to close for two years | The Paper", "Old bridge to close for two years", []],
  ["Old bridge to close for two years – The Paper", "Old bridge to close for two years", []],
  ["Old bridge closes - The Paper", "Old bridge closes", ["Paper"]],
  ["The Paper: news | Old bridge closes", "The Paper: news | Old bridge closes", []],
  ["The Paper | Old bridge closes", "Old bridge closes", ["the paper"]],
  ["Bridge - ferry", "Bridge - ferry", []],
  ["A well-known bridge", "A well-known bridge", ["bridge"]],
  ["橋は二年間閉鎖へ｜新聞", "橋は二年間閉鎖へ", ["新聞"]],
];
test.each(HEADLINES)("the headline in %j is %j", (title, headline, siteNames) => {
  expect(headlineOf(title, siteNames)).toBe(headline);
});

const BYLINES: [string, string | null][] = [
  ["By Jo Brook", "Jo Brook"],
  ["  by\n JO BROOK  ", "JO BROOK"],
  ["Von Ada Brücke", "Ada Brücke"],
  ["Byron Brook", "Byron Brook"],
  ["Jo Brook and Ada Quay", "Jo Brook and Ada Quay"],
  ["Jo Brook, Updated May 1, 2026 at 10:15", "Jo Brook"],
  ["Jo Brook | 2026-05-01", "Jo Brook"],
  ["Jo Brook (https://jo.example/) jo@paper.example @jo", "Jo Brook"],
  ["https://paper.example/jo", null],
  ["May 1, 2026", null],
  ["admin", null],
  ["李明", "李明"],
  ["作者：李明", "李明"],
  ["Текст: Вера Мост", "Вера Мост"],
  ["", null],
];
test.each(BYLINES)("the byline %j names %j", (words, names) => {
  expect(cleanByline(words)).toBe(names);
});

const DAYS: [string, string | null][] = [
  ["2026-05-01", "2026-05-01"],
  ["2026-05-01T23:59:59-11:00", "2026-05-01"],
  ["20260501", "2026-05-01"],
  ["20260501T101500Z", "2026-05-01"],
  ["2026/5/1 10:15", "2026-05-01"],
  ["2026年5月1日", "2026-05-01"],
  ["Fri, 01 May 2026 23:30:00 +0200", "2026-05-01"],
  ["May 1, 2026 10:15 AM", "2026-05-01"],
  ["1777628100", null],
  ["05/01/2026", null],
  ["2026-02-30", null],
  ["0001-01-01", null],
  ["yesterday", null],
];
test.each(DAYS)("the day of %j is %j", (date, day) => {
  expect(publishedDay(date)).toBe(day);
});
