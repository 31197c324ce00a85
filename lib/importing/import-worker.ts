import { parentPort } from "node:worker_threads";
import { AppError, type Reason, type ReasonValues } from "#lib/errors.ts";
import type { ReadFeed } from "./feed/read-feed.ts";
import type { ImportedArticle } from "./finish-article.ts";
import type { ImportLimits } from "./limits.ts";
import { type ArticleInput, readInput } from "./read-input.ts";

/** A feed as it was fetched. `url`: where it stands, for its relative links. */
export type GivenFeed = { text: string; url: string };

/** What the worker is asked, and what it answers. Any other failure ends it. */
export type ImportTask = ({ input: ArticleInput } | { feed: GivenFeed }) & { limits: ImportLimits };
export type Imported = { article: ImportedArticle } | { feed: ReadFeed };
export type ImportAnswer =
  | Imported
  | { refusal: { reason: Reason; values: ReasonValues; field: string | undefined } };

// A worker thread of its own, started by import-workers.ts: what reads a hostile page or feed may be ended from outside.
parentPort?.on("message", async (task: ImportTask) => {
  parentPort?.postMessage(await answer(task));
});

async function answer(task: ImportTask): Promise<ImportAnswer> {
  try {
    if ("input" in task) return { article: await readInput(task.input, task.limits) };
    const { readFeed } = await import("./feed/read-feed.ts");
    return { feed: readFeed(task.feed.text, task.feed.url) };
  } catch (error) {
    if (error instanceof AppError) {
      return { refusal: { reason: error.reason, values: error.values, field: error.field } };
    }
    // A call stack too deep or a string too long: the page's doing, not ours.
    if (error instanceof RangeError) {
      return { refusal: { reason: "import_too_complex", values: {}, field: undefined } };
    }
    throw error;
  }
}
