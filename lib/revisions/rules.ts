import { matchWords } from "#lib/anchoring/diff/word-diff.ts";

/** Of the words that stood there. A rewritten article keeps more; a login page or an error keeps next to nothing. */
const LEAST_KEPT = 0.5;

/** Whether what is found at an article's address can still be that article, so that it may be saved unseen. */
export function isSamePage({ before, after }: { before: string; after: string }): boolean {
  const kept = matchWords(before, after).reduce(
    (total, { beforeStart, beforeEnd }) => total + beforeEnd - beforeStart,
    0,
  );
  return kept >= before.length * LEAST_KEPT;
}
