import { expect, test } from "vitest";
import { importFeed } from "./import-feed.ts";
import { DEFAULT_LIMITS } from "./limits.ts";

const url = "https://paper.example/feeds/all.xml";
const rss = (inside: string) =>
  `<rss version="2.0"><channel><title>The Paper</title>${inside}</channel></rss>`;

test("what is no feed is refused", async () => {
  const refused = importFeed({ text: "<!doctype html><p>Hello", url });
  await expect(refused).rejects.toMatchObject({ reason: "feed_unreadable" });
});

test("a feed is read", async () => {
  const text = rss("<item><title>A</title><link>/a</link></item>");
  const items = [{ id: "https://paper.example/a", url: "https://paper.example/a", title: "A", summary: "" }];
  expect(await importFeed({ text, url })).toEqual({ title: "The Paper", items });
});

test.each([
  ["of nothing but brackets", `<rss version="2.0"><channel><title>${"<".repeat(5_000_000)}`],
  [
    "with attributes without end",
    `<rss version="2.0" ${Array.from({ length: 400_000 }, (_, at) => `a${at}="1"`).join(" ")}>`,
  ],
])("one %s holds up nobody, and is refused", async (_, text) => {
  let ticks = 0;
  const timer = setInterval(() => {
    ticks += 1;
  }, 5);
  const limits = { ...DEFAULT_LIMITS, milliseconds: 2_000 };
  const refused = importFeed({ text, url }, limits);
  await expect(refused).rejects.toMatchObject({ reason: "feed_unreadable" });
  clearInterval(timer);
  expect(ticks).toBeGreaterThan(0);
  expect((await importFeed({ text: rss(""), url })).title).toBe("The Paper");
});
