import { parentPort } from "node:worker_threads";
import { AppError, type Reason, type ReasonValues } from "#lib/errors.ts";
import type { ImportedArticle } from "./finish-article.ts";
import type { ImportLimits } from "./limits.ts";
import { type ArticleInput, readInput } from "./read-input.ts";

/** What the worker is asked, and what it answers. Any other failure ends it. */
export type ImportTask = { input: ArticleInput; limits: ImportLimits };
export type ImportAnswer =
  | { article: ImportedArticle }
  | { refusal: { reason: Reason; values: ReasonValues; field: string | undefined } };

// A worker thread of its own, started by import-workers.ts: what reads a hostile page may be ended from outside.
parentPort?.on("message", async (task: ImportTask) => {
  parentPort?.postMessage(await answer(task));
});

async function answer({ input, limits }: ImportTask): Promise<ImportAnswer> {
  try {
    return { article: await readInput(input, limits) };
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
