import { createHash } from "node:crypto";
import { recordAudit } from "#lib/audit/commands.ts";
import { changesBetween } from "#lib/audit/schema.ts";
import { type Actor, forbidden } from "#lib/auth/policy.ts";
import { db, type Tx } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { violatedIndex } from "#lib/db/unique.ts";
import { AppError, insist } from "#lib/errors.ts";
import type { FeedItem, ReadFeed } from "#lib/importing/feed/read-feed.ts";
import { queueImport } from "#lib/imports/commands.ts";
import { enqueue } from "#lib/jobs/queue.ts";
import { isPaused, isWanted, nextRead } from "./rules.ts";
import type { AddFeedInput, EditFeedInput } from "./schema.ts";
import { FEED_LIMITS, FIRST_ITEMS, MOST_FAILURES, MOST_PER_HOUR } from "./values.ts";

/** No failure is noted. */
const NOTHING = Prisma.DbNull;

type By = { actor: Actor; now: Date };

/** Watches a feed from now on. Refuses with `feed_known` and `too_many_feeds`. */
export async function addFeed({
  actor,
  feedUrl: url,
  feedWords: words,
  now,
}: AddFeedInput & By): Promise<{ id: string }> {
  insist(forbidden(actor, "feeds.edit"));
  try {
    return await db.$transaction(async (tx) => {
      if ((await tx.feed.count()) >= FEED_LIMITS.feeds) {
        throw new AppError("too_many_feeds", { values: { limit: FEED_LIMITS.feeds } });
      }
      const data = { url, words, createdById: actor.id, createdAt: now, nextReadAt: nextRead(0, now) };
      const feed = await tx.feed.create({ data, select: { id: true } });
      await enqueue(tx, "feeds.read", { feedId: feed.id });
      await recordAudit(tx, { actor, action: "feed.added", subjectId: feed.id, data: { url } });
      return feed;
    });
  } catch (error) {
    if (violatedIndex(error) !== "feeds_url_key") throw error;
    throw new AppError("feed_known", { field: "feedUrl", cause: error });
  }
}

/** Changes what is wanted of a feed, or switches it off or on; on again, it is looked into at once. */
export async function editFeed({
  actor,
  feedId,
  feedWords: words,
  isOn,
  now,
}: EditFeedInput & By): Promise<void> {
  insist(forbidden(actor, "feeds.edit"));
  await db.$transaction(async (tx) => {
    const before = await lockFeed(tx, feedId);
    if (!before) throw new AppError("not_found");
    const changes = changesBetween(
      { words: before.words, isOn: before.isOn && !isPaused(before) },
      { words, isOn },
    );
    if (Object.keys(changes).length === 0) return;
    const isWoken = "isOn" in changes && isOn;
    const anew = { failures: 0, failure: NOTHING, nextReadAt: nextRead(0, now) };
    await tx.feed.update({
      where: { id: feedId },
      data: { words, isOn, ...(isWoken && anew) },
      select: { id: true },
    });
    if (isWoken) await enqueue(tx, "feeds.read", { feedId });
    await recordAudit(tx, {
      ...{ actor, action: "feed.edited", subjectId: feedId },
      data: { url: before.url, changes },
    });
  });
}

/** Does not watch a feed any more. What came from it stays. */
export async function removeFeed({ actor, feedId }: Omit<By, "now"> & { feedId: string }): Promise<void> {
  insist(forbidden(actor, "feeds.edit"));
  await db.$transaction(async (tx) => {
    const feed = await lockFeed(tx, feedId);
    if (!feed) throw new AppError("not_found");
    await tx.feed.delete({ where: { id: feedId }, select: { id: true } });
    await recordAudit(tx, { actor, action: "feed.removed", subjectId: feedId, data: { url: feed.url } });
  });
}

async function lockFeed(tx: Tx, id: string) {
  await tx.$queryRaw`SELECT 1 AS one FROM feeds WHERE id = ${id}::uuid FOR UPDATE`;
  return tx.feed.findUnique({
    where: { id },
    select: { url: true, words: true, isOn: true, failures: true, succeededAt: true },
  });
}

/** Of one run; what is left over is due in the next. */
const MOST_DUE = 50;

/** Has the feeds looked into that are due. Answers how many. */
export async function readDueFeeds({ now }: { now: Date }): Promise<number> {
  return db.$transaction(async (tx) => {
    // Of two workers, the second passes over what the first has taken.
    const due = await tx.$queryRaw<{ id: string; failures: number }[]>`
      SELECT id, failures FROM feeds
      WHERE is_on AND failures < ${MOST_FAILURES} AND next_read_at <= ${now}
      ORDER BY next_read_at LIMIT ${MOST_DUE} FOR UPDATE SKIP LOCKED`;
    for (const { id, failures } of due) {
      const nextReadAt = nextRead(failures, now);
      await tx.feed.update({ where: { id }, data: { nextReadAt }, select: { id: true } });
      await enqueue(tx, "feeds.read", { feedId: id });
    }
    return due.length;
  });
}

type Answer = { feedId: string; now: Date };
type Validators = { etag: string | null; lastModified: string | null };

/** A feed answered that it has nothing new. */
export async function recordUnchanged({ feedId, now }: Answer): Promise<void> {
  await db.feed.updateMany({
    where: { id: feedId },
    data: { readAt: now, succeededAt: now, failures: 0, failure: NOTHING, nextReadAt: nextRead(0, now) },
  });
}

/** A feed could not be read: it is asked later, and after many times not at all. */
export async function recordFailure({ feedId, error, now }: Answer & { error: AppError }): Promise<void> {
  await db.$transaction(async (tx) => {
    const feed = await lockFeed(tx, feedId);
    if (!feed) return;
    const failures = feed.failures + 1;
    const failure = { reason: error.reason, values: error.values };
    await tx.feed.update({
      where: { id: feedId },
      data: { readAt: now, failures, failure, nextReadAt: nextRead(failures, now) },
      select: { id: true },
    });
  });
}

/**
 * Makes imports of what is new and wanted, oldest first, as many as an hour allows: what is over comes with a later look.
 * Of a feed that is read for the first time the newest few are new. Nothing is imported whose address an article or an
 * import has. Answers how many.
 */
export async function takeItems({
  feedId,
  read,
  validators,
  now,
}: Answer & { read: ReadFeed; validators: Validators }): Promise<number> {
  return db.$transaction(async (tx) => {
    const feed = await lockFeed(tx, feedId);
    if (!feed?.isOn) return 0;
    const isFirst = feed.succeededAt === null;
    const fresh = await listUnseen(tx, { feedId, items: read.items, now });
    const wanted = fresh.filter((item) => isWanted(item, feed.words));
    const known = await listKnownAddresses(tx, wanted);
    const candidates = wanted.filter(({ url }) => !known.has(url));
    const room = await roomLeft(tx, { feedId, now });
    // Feeds have the newest first.
    const taken = isFirst ? candidates.slice(0, FIRST_ITEMS) : candidates.toReversed().slice(0, room);
    const left = new Set(isFirst ? [] : candidates.filter((item) => !taken.includes(item)));
    for (const { url, title } of taken) {
      const about = { kind: "url", url, feedId, title: title === "" ? null : title } as const;
      await queueImport(tx, { ...about, articleId: null, originalId: null, memberId: null, createdAt: now });
    }
    const seen = fresh.filter((item) => !left.has(item));
    await tx.feedItem.createMany({
      data: seen.map((item) => ({ feedId, key: keyOf(item), seenAt: now })),
      skipDuplicates: true,
    });
    await tx.feed.update({
      where: { id: feedId },
      data: {
        ...(read.title !== null && { title: read.title }),
        // While something is left, the feed has to be sent again.
        ...(left.size === 0 ? validators : { etag: null, lastModified: null }),
        ...{ readAt: now, succeededAt: now, failures: 0, failure: NOTHING, nextReadAt: nextRead(0, now) },
      },
      select: { id: true },
    });
    return taken.length;
  });
}

const keyOf = ({ id }: FeedItem) => createHash("sha256").update(id).digest("hex");

/** Milliseconds: an item that left a feed long ago does not come back. */
const REMEMBERED = 90 * 24 * 3_600_000;

async function listUnseen(
  tx: Tx,
  { feedId, items, now }: { feedId: string; items: FeedItem[]; now: Date },
): Promise<FeedItem[]> {
  const where = { feedId, key: { in: items.map(keyOf) } };
  await tx.feedItem.updateMany({ where, data: { seenAt: now } });
  await tx.feedItem.deleteMany({
    where: { feedId, seenAt: { lt: new Date(now.getTime() - REMEMBERED) } },
  });
  const seen = new Set((await tx.feedItem.findMany({ where, select: { key: true } })).map(({ key }) => key));
  return items.filter((item) => !seen.has(keyOf(item)));
}

async function listKnownAddresses(tx: Tx, items: readonly FeedItem[]): Promise<ReadonlySet<string>> {
  const urls = items.map(({ url }) => url);
  const sourceUrl = { in: urls };
  const articles = await tx.article.findMany({ where: { sourceUrl }, select: { sourceUrl: true } });
  const imports = await tx.import.findMany({
    where: { url: { in: urls }, state: { not: "failed" } },
    select: { url: true },
  });
  return new Set([
    ...articles.map((article) => article.sourceUrl ?? ""),
    ...imports.map(({ url }) => url ?? ""),
  ]);
}

const HOUR = 3_600_000;

async function roomLeft(tx: Tx, { feedId, now }: Answer): Promise<number> {
  const since = new Date(now.getTime() - HOUR);
  const made = await tx.import.count({ where: { feedId, createdAt: { gt: since } } });
  return Math.max(0, MOST_PER_HOUR - made);
}
