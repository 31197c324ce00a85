import type { DeskArticle } from "#components/articles/store/desk-claim.ts";
import { type Suggestion, suggestClaims } from "#lib/suggesting/suggest.ts";

/** Milliseconds of work before keys and scrolling get their turn: under a frame. */
const SLICE = 8;

/**
 * The sentences worth checking, block by block with pauses, so that an article of 100,000 characters does not hold up
 * the page. Null when `signal` ended it.
 */
export async function findSuggestions(
  article: Pick<DeskArticle, "text" | "blocks" | "language">,
  signal: AbortSignal,
): Promise<Suggestion[] | null> {
  const found: Suggestion[] = [];
  let sliceEnd = performance.now() + SLICE;
  for (const block of article.blocks) {
    if (performance.now() > sliceEnd) {
      await new Promise((resume) => setTimeout(resume));
      if (signal.aborted) return null;
      sliceEnd = performance.now() + SLICE;
    }
    found.push(...suggestClaims({ ...article, blocks: [block] }));
  }
  return found;
}
