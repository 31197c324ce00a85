import { describe, expect, test } from "vitest";
import { MOST_ITEMS, readFeed } from "./read-feed.ts";

const BASE = "https://paper.example/feeds/all.xml";
const rss = (inside: string) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>The Paper</title>${inside}</channel></rss>`;
const item = { id: "1", url: "https://paper.example/a", title: "A & B", summary: "Said x." };

describe("a feed", () => {
  test.each([
    [
      "RSS",
      rss(
        "<item><title>A &amp; B</title><link>https://paper.example/a</link><guid>1</guid><description>&lt;p&gt;Said x.&lt;/p&gt;</description></item>",
      ),
    ],
    [
      "Atom",
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>The Paper</title><entry><id>1</id><title type="html">A &amp;amp; B</title><link rel="self" href="/x"/><link href="/a"/><summary>Said x.</summary></entry></feed>`,
    ],
    [
      "JSON Feed",
      JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        title: "The Paper",
        items: [{ id: "1", url: "/a", title: "A & B", summary: "Said x." }],
      }),
    ],
  ])("as %s", (_, text) => {
    expect(readFeed(text, BASE)).toMatchObject({
      title: "The Paper",
      items: [{ ...item, title: expect.stringMatching(/^A &/) }],
    });
  });

  test("without what leads nowhere, or twice to the same", () => {
    const links = ["javascript:alert(1)", "https://paper.example/a", "", "https://paper.example/a"];
    const items = links.map((link) => `<item><title>T</title><link>${link}</link></item>`).join("");
    expect(readFeed(rss(items), BASE).items).toHaveLength(1);
  });

  test("without what has only an id that is said to be no address", () => {
    const items = ["", ' isPermaLink="false"'].map((said, at) => `<item><guid${said}>/${at}</guid></item>`);
    const urls = readFeed(rss(items.join("")), BASE).items.map(({ url }) => url);
    expect(urls).toEqual(["https://paper.example/0"]);
  });

  test.each([
    ["a page", "<!doctype html><p>Hello"],
    ["nothing", ""],
    ["JSON", '{"a":1}'],
    [
      "entities of its own",
      `<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]>${rss("<item><title>&a;</title></item>")}`,
    ],
    ["what never ends", `<rss version="2.0"><channel>${"<item>".repeat(100_000)}`],
  ])("is refused as %s", (_, text) => {
    expect(() => readFeed(text, BASE)).toThrow("feed_unreadable");
  });

  test("that has no end is read as far as its newest items", () => {
    const all = Array.from({ length: 40_000 }, (_, at) => `<item><link>/${at}</link></item>`).join("");
    const { items } = readFeed(rss(all), BASE);
    expect([items.length, items[0]?.url]).toEqual([MOST_ITEMS, "https://paper.example/0"]);
  });

  test("of nothing but brackets takes no longer for it", () => {
    const title = "<".repeat(15_000);
    const of = (at: number) => ({ url: `/${at}`, title, summary: title });
    const text = JSON.stringify({
      version: "https://jsonfeed.org/version/1.1",
      ...{ title: "", items: Array.from({ length: 400 }, (_, at) => of(at)) },
    });
    expect(readFeed(text, BASE).items).toHaveLength(400);
  });
});
