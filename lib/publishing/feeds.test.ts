// @vitest-environment jsdom
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readShared } from "#lib/testing/corpora.ts";
import { type Feed, type FeedFormat, lastChange, writeFeed, xmlText } from "./feeds.ts";

const SITE = "https://daily.example";
const DAY = new Date("2026-03-02T12:00:00Z");
const LATER = new Date("2026-03-05T08:30:00Z");

const feedOf = (texts: readonly string[]): Feed => ({
  title: "The Daily: claims, checked",
  description: "Every claim.",
  home: "/claims",
  language: "en-GB",
  author: "The Daily",
  entries: texts.map((text, at) => ({
    path: `/claims/claim-${at}`,
    title: text,
    text,
    topics: [text],
    publishedAt: DAY,
    changedAt: LATER,
  })),
});

const written = (format: FeedFormat, feed: Feed) =>
  writeFeed(feed, { format, folder: "/", siteUrl: SITE }).text;

/** As a strict reader takes it. */
function readXml(xml: string): Document {
  const document = new DOMParser().parseFromString(xml, "application/xml");
  expect(document.querySelector("parsererror")?.textContent).toBeUndefined();
  return document;
}

/** What a program shows of a piece of HTML. */
const shown = (html: string) => squeezed(new DOMParser().parseFromString(html, "text/html").body.textContent);

const textsOf = (document: Document, path: string) =>
  [...document.querySelectorAll(path)].map((element) => squeezed(element.textContent));

/** White space at the ends, and how much of it there is, says nothing in any of the formats. */
const squeezed = (text: string | null | undefined) => (text ?? "").replace(/\s+/g, " ").trim();

describe("an entry is read back", () => {
  test("from Atom", () => {
    const document = readXml(written("atom", feedOf(["False: <b>2 & 3</b>"])));
    expect(textsOf(document, "feed > id, feed > updated")).toEqual([`${SITE}/feed.xml`, LATER.toISOString()]);
    expect(textsOf(document, "entry > title")).toEqual(["False: <b>2 & 3</b>"]);
    expect(textsOf(document, "entry > id")).toEqual([`${SITE}/claims/claim-0`]);
    expect(textsOf(document, "entry > published, entry > updated")).toEqual([
      DAY.toISOString(),
      LATER.toISOString(),
    ]);
  });

  test("from RSS, where it is text in HTML", () => {
    const document = readXml(written("rss", feedOf(["False: <b>2 & 3</b>"])));
    for (const name of ["title", "description"]) {
      expect(shown(document.querySelector(`item > ${name}`)?.textContent ?? "")).toBe("False: <b>2 & 3</b>");
    }
    expect(textsOf(document, "item > guid, item > pubDate")).toEqual([
      `${SITE}/claims/claim-0`,
      DAY.toUTCString(),
    ]);
  });

  test("from JSON Feed", () => {
    expect(JSON.parse(written("json", feedOf(["False: <b>2 & 3</b>"])))).toMatchObject({
      version: "https://jsonfeed.org/version/1.1",
      feed_url: `${SITE}/feed.json`,
      items: [
        {
          id: `${SITE}/claims/claim-0`,
          title: "False: <b>2 & 3</b>",
          content_text: "False: <b>2 & 3</b>",
          date_modified: LATER.toISOString(),
        },
      ],
    });
  });
});

test("a feed without entries is one", () => {
  expect(textsOf(readXml(written("atom", feedOf([]))), "feed > updated")).toEqual([
    "1970-01-01T00:00:00.000Z",
  ]);
  expect(readXml(written("rss", feedOf([]))).querySelectorAll("item")).toHaveLength(0);
  expect(JSON.parse(written("json", feedOf([]))).items).toEqual([]);
  expect(lastChange([])).toEqual(new Date(0));
});

function expectReadBack(texts: readonly string[]): void {
  const feed = feedOf(texts);
  const expected = texts.map((text) => squeezed(xmlText(text)));
  const titles = textsOf(readXml(written("atom", feed)), "entry > title");
  expect(titles).toEqual(expected);
  const items = textsOf(readXml(written("rss", feed)), "item > title");
  expect(items.map((html) => shown(html))).toEqual(expected);
  expect(JSON.parse(written("json", feed)).items).toHaveLength(texts.length);
}

const naughty = readShared("corpora/naughty-strings/blns.json");
test.skipIf(naughty === null)("naughty strings stay the text they are, in every format", () => {
  const { strings }: { strings: { string: string }[] } = JSON.parse(naughty ?? "{}");
  const texts = strings.map(({ string }) => string).filter((text) => squeezed(xmlText(text)) !== "");
  expect(texts.length).toBeGreaterThan(200);
  expectReadBack(texts);
});

test("whatever is typed stays the text it is, in every format", () => {
  const text = fc
    .oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("]]>", "<![CDATA[x]]>", "</title>", "&amp;", "&#0;", "\ud800"),
    )
    .filter((each) => squeezed(xmlText(each)) !== "");
  fc.assert(fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), expectReadBack), { numRuns: 40 });
});
