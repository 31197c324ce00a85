import { AppError } from "#lib/errors.ts";
import type { ReadFeed } from "./feed/read-feed.ts";
import type { GivenFeed } from "./import-worker.ts";
import { runInWorker } from "./import-workers.ts";
import { DEFAULT_LIMITS, type ImportLimits } from "./limits.ts";

/**
 * Reads a feed that was fetched, in a worker thread, as `importArticle` does pages. Refuses with `feed_unreadable` what is
 * none, and what takes too long or too much memory to tell.
 */
export async function importFeed(feed: GivenFeed, limits: ImportLimits = DEFAULT_LIMITS): Promise<ReadFeed> {
  try {
    const answer = await runInWorker({ feed, limits });
    if ("feed" in answer) return answer.feed;
  } catch (error) {
    if (error instanceof AppError) throw new AppError("feed_unreadable", { cause: error });
    throw error;
  }
  throw new Error("An article was made of a feed");
}
