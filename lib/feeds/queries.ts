import { type Db, db as pool } from "#lib/db/client.ts";
import type { Refusal } from "#lib/errors.ts";
import type { ImportState } from "#lib/imports/values.ts";
import { snapshotFailure } from "#lib/snapshots/schema.ts";
import { MOST_FAILURES } from "./values.ts";

export type Feed = {
  id: string;
  url: string;
  title: string | null;
  words: string[];
  isOn: boolean;
  failures: number;
  failure: Refusal | null;
  succeededAt: Date | null;
  nextReadAt: Date;
  createdAt: Date;
  /** What came from it in the last week, and how much of that became articles. */
  came: { items: number; articles: number };
};

/** Feeds by their addresses. */
export async function listFeeds(db: Db = pool): Promise<Feed[]> {
  const rows = await db.feed.findMany({
    orderBy: { url: "asc" },
    select: {
      ...{ id: true, url: true, title: true, words: true, isOn: true },
      ...{ failures: true, failure: true, succeededAt: true, nextReadAt: true, createdAt: true },
    },
  });
  // Imports are kept for a week.
  const counted = await db.import.groupBy({
    by: ["feedId", "state"],
    where: { feedId: { in: rows.map(({ id }) => id) } },
    _count: true,
  });
  return rows.map(({ failure, ...row }) => {
    const own = counted.filter(({ feedId }) => feedId === row.id);
    const sum = (some: typeof own) => some.reduce((count, { _count }) => count + _count, 0);
    return {
      ...row,
      failure: failure === null ? null : snapshotFailure.parse(failure),
      came: { items: sum(own), articles: sum(own.filter(({ state }) => state === "saved")) },
    };
  });
}

/** What came from a feed and waits for a person. */
export type Incoming = {
  id: string;
  title: string;
  url: string | null;
  state: ImportState;
  feed: string;
  createdAt: Date;
};

/** More than anybody looks through; older ones are gone after a week anyway. */
const MOST = 200;

/** What came from feeds and nobody has saved yet, newest first. */
export async function listIncoming(db: Db = pool): Promise<Incoming[]> {
  const rows = await db.import.findMany({
    // Nobody asked for them, and they look at no article: what a feed gave, also one that was removed since.
    where: { memberId: null, isCheck: false, articleId: null, state: { not: "saved" } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST,
    select: {
      ...{ id: true, title: true, url: true, state: true, createdAt: true },
      feed: { select: { title: true, url: true } },
    },
  });
  return rows.map(({ title, feed, ...row }) => ({
    ...row,
    title: title ?? row.url ?? "",
    feed: feed?.title ?? new URL(feed?.url ?? row.url ?? "about:blank").hostname,
  }));
}

/** What a look into a feed needs; null when it is gone, off, or failed too often. */
export function getFeedToRead(id: string) {
  return pool.feed.findFirst({
    where: { id, isOn: true, failures: { lt: MOST_FAILURES } },
    select: { url: true, etag: true, lastModified: true },
  });
}
