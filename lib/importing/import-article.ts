import { AppError } from "#lib/errors.ts";
import type { ImportedArticle } from "./finish-article.ts";
import { runInWorker } from "./import-workers.ts";
import { DEFAULT_LIMITS, type ImportLimits, MEGABYTE } from "./limits.ts";
import type { ArticleInput } from "./read-input.ts";
import { readText } from "./text/read-text.ts";

export type { ArticleMetadata, ImportedArticle } from "./finish-article.ts";
export { type ImportLimits, MAX_ARTICLE_LENGTH } from "./limits.ts";
export type { ImportedPart } from "./read-document.ts";
export type { ArticleInput } from "./read-input.ts";

/** Longer plain text would hold up the process it is read in. UTF-16 code units. */
const LONGEST_AT_ONCE = 200_000;

/**
 * Turns what a person gave us, or what was fetched for them, into an article. Markup, files and long text are read
 * in a worker thread. Refuses with `text_empty`, `text_too_long`, `import_too_large`, `import_too_complex` (also
 * past its time or memory), `import_unreadable`, `import_no_text` or `pdf_encrypted`.
 */
export async function importArticle(
  input: ArticleInput,
  limits: ImportLimits = DEFAULT_LIMITS,
): Promise<ImportedArticle> {
  if (input.kind !== "text" && sizeOf(input) > limits.bytes) {
    throw new AppError("import_too_large", { values: { limit: limits.bytes / MEGABYTE } });
  }
  if (
    input.kind === "text" &&
    (input.text.length <= LONGEST_AT_ONCE || input.text.length > limits.characters)
  ) {
    return readText(input.text, limits);
  }
  const answer = await runInWorker({ input, limits });
  if ("article" in answer) return answer.article;
  throw new Error("A feed was made of an article");
}

/** The same for plain text at once, where it is called. Refuses with `text_empty` or `text_too_long`. */
export function importText(text: string): ImportedArticle {
  return readText(text, DEFAULT_LIMITS);
}

function sizeOf(input: Exclude<ArticleInput, { kind: "text" }>): number {
  return input.kind === "html" ? input.html.length : input.bytes.byteLength;
}
