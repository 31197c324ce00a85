import { env } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { fetchDocument } from "#lib/fetching/fetch-document.ts";
import { decodeText } from "#lib/importing/charset.ts";
import { importFeed } from "#lib/importing/import-feed.ts";
import type { JobHandler } from "#lib/jobs/definitions.ts";
import { log } from "#lib/log.ts";
import { readDueFeeds, recordFailure, recordUnchanged, takeItems } from "./commands.ts";
import { getFeedToRead } from "./queries.ts";
import { FEED_LIMITS } from "./values.ts";

/** Servers call feeds many things. */
const READABLE = [
  "application/rss+xml",
  "application/atom+xml",
  "application/feed+json",
  "application/json",
  "application/rdf+xml",
  "application/xml",
  "text/xml",
  "text/plain",
];

/** Has the feeds looked into that are due. */
export const checkFeeds: JobHandler<"feeds.check"> = async () => {
  const begun = await readDueFeeds({ now: new Date() });
  if (begun > 0) log.info({ begun }, "looks into feeds begun");
};

/** Looks into one feed. Every way it can fail is told on the page of feeds. */
export const readOneFeed: JobHandler<"feeds.read"> = async ({ feedId }) => {
  const feed = await getFeedToRead(feedId);
  if (!feed) return;
  try {
    const { url, etag, lastModified } = feed;
    const answer = await fetchDocument({
      ...{ url, etag, lastModified, accept: READABLE, maxBytes: FEED_LIMITS.bytes },
      allowedHosts: env.FETCH_ALLOWED_HOSTS,
    });
    const now = answer.fetchedAt;
    if (answer.kind === "not_modified") return await recordUnchanged({ feedId, now });
    const read = await importFeed({ text: decodeText(answer.bytes, answer.contentType), url: answer.url });
    const validators = { etag: answer.etag, lastModified: answer.lastModified };
    const taken = await takeItems({ feedId, read, validators, now });
    if (taken > 0) log.info({ feedId, taken }, "new in a feed");
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    await recordFailure({ feedId, error, now: new Date() });
  }
};
