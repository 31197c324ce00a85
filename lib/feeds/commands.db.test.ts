import { beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "#lib/auth/policy.ts";
import { db } from "#lib/db/client.ts";
import { AppError } from "#lib/errors.ts";
import { makeArticle, makeMember } from "#lib/testing/factories.ts";
import { resetDb } from "#lib/testing/reset-db.ts";
import {
  addFeed,
  editFeed,
  readDueFeeds,
  recordFailure,
  recordUnchanged,
  removeFeed,
  takeItems,
} from "./commands.ts";
import { getFeedToRead, listFeeds, listIncoming } from "./queries.ts";

const now = new Date("2026-03-01T10:00:00Z");
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const validators = { etag: '"1"', lastModified: null };
let actor: Actor;

beforeEach(async () => {
  await resetDb();
  actor = await makeMember({ role: "editor" });
});

const feedUrl = "https://paper.example/feed.xml";
const add = (feedWords: string[] = []) => addFeed({ actor, feedUrl, feedWords, now });
const item = (number: number, title = `Article ${number}`) => ({
  id: `${number}`,
  url: `https://paper.example/${number}`,
  title,
  summary: "",
});
const newestFirst = (from: number, to: number) =>
  Array.from({ length: from - to + 1 }, (_, at) => item(from - at));
const read = (items: ReturnType<typeof item>[]) => ({ title: "The Paper", items });
const urls = async () =>
  (await db.import.findMany({ orderBy: { createdAt: "asc" }, select: { url: true } })).map(({ url }) => url);

describe("a feed", () => {
  test("gives its newest few at first, then what is new, each once", async () => {
    const { id: feedId } = await add();
    expect(await takeItems({ feedId, read: read(newestFirst(30, 1)), validators, now })).toBe(5);
    expect((await urls()).toSorted()).toEqual(
      [26, 27, 28, 29, 30].map((at) => `https://paper.example/${at}`),
    );
    const again = { feedId, read: read(newestFirst(32, 3)), validators };
    expect(await takeItems({ ...again, now: later(60) })).toBe(2);
    expect(await takeItems({ ...again, now: later(90) })).toBe(0);
    expect(await listIncoming()).toHaveLength(7);
    await db.import.updateMany({
      where: { url: "https://paper.example/30" },
      data: { state: "saved", result: {} },
    });
    expect(await listFeeds()).toMatchObject([
      {
        ...{ title: "The Paper", failure: null, succeededAt: later(90), nextReadAt: later(120) },
        came: { items: 7, articles: 1 },
      },
    ]);
  });

  test("gives no more than an hour allows, and the rest later", async () => {
    const { id: feedId } = await add();
    await takeItems({ feedId, read: read([]), validators, now });
    const many = { feedId, read: read(newestFirst(50, 1)), validators };
    expect(await takeItems({ ...many, now: later(1) })).toBe(20);
    expect(await getFeedToRead(feedId)).toMatchObject({ etag: null });
    expect(await takeItems({ ...many, now: later(31) })).toBe(0);
    expect(await takeItems({ ...many, now: later(62) })).toBe(20);
    expect(await takeItems({ ...many, now: later(123) })).toBe(10);
    expect(await getFeedToRead(feedId)).toMatchObject({ etag: '"1"' });
    expect(new Set(await urls()).size).toBe(50);
  });

  test("gives only what has a word, and nothing the desk has already", async () => {
    const { id: feedId } = await add(["tax"]);
    const article = await makeArticle();
    await db.article.update({
      where: { id: article.id },
      data: { sourceUrl: "https://paper.example/1" },
      select: { id: true },
    });
    const items = [item(1, "A tax"), item(2, "TAX again"), item(3, "Rain")];
    expect(await takeItems({ feedId, read: read(items), validators, now })).toBe(1);
    expect(await urls()).toEqual(["https://paper.example/2"]);
  });

  test("is asked later while it fails, left alone after ten times, and asked anew when it is switched on", async () => {
    const { id: feedId } = await add();
    const error = new AppError("fetch_unreachable");
    for (let at = 0; at < 10; at += 1) await recordFailure({ feedId, error, now: later(at) });
    expect(await listFeeds()).toMatchObject([{ failures: 10, failure: { reason: "fetch_unreachable" } }]);
    expect(await getFeedToRead(feedId)).toBeNull();
    expect(await readDueFeeds({ now: later(100_000) })).toBe(0);
    await editFeed({ actor, feedId, feedWords: [], isOn: true, now });
    expect(await getFeedToRead(feedId)).not.toBeNull();
    await recordUnchanged({ feedId, now });
    expect(await readDueFeeds({ now: later(29) })).toBe(0);
    const both = await Promise.all([readDueFeeds({ now: later(31) }), readDueFeeds({ now: later(31) })]);
    expect(both.toSorted()).toEqual([0, 1]);
  });

  test("that is off gives nothing, and what came from one that is removed stays", async () => {
    const { id: feedId } = await add();
    await takeItems({ feedId, read: read([item(1)]), validators, now });
    await editFeed({ actor, feedId, feedWords: ["tax"], isOn: false, now });
    expect(await readDueFeeds({ now: later(100) })).toBe(0);
    expect(await takeItems({ feedId, read: read([item(2)]), validators, now })).toBe(0);
    await removeFeed({ actor, feedId });
    expect(await listFeeds()).toEqual([]);
    expect(await listIncoming()).toMatchObject([{ title: "Article 1", feed: "paper.example" }]);
    expect(
      (await db.auditEvent.findMany({ where: { subjectId: feedId }, orderBy: { seq: "asc" } })).map(
        ({ action }) => action,
      ),
    ).toEqual(["feed.added", "feed.edited", "feed.removed"]);
  });

  test("is added once, by an editor", async () => {
    await add();
    await expect(add()).rejects.toMatchObject({ reason: "feed_known" });
    const reviewer = await makeMember({ role: "reviewer" });
    await expect(addFeed({ actor: reviewer, feedUrl, feedWords: [], now })).rejects.toMatchObject({
      reason: "not_allowed",
    });
  });
});
