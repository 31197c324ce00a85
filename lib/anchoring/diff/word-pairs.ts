import type { WordList } from "./words.ts";

/** Which word of one text is which of the other: indexes into the word lists, -1 for none. One to one. */
export type WordPairs = {
  readonly before: WordList;
  readonly after: WordList;
  readonly toAfter: Int32Array;
  readonly toBefore: Int32Array;
};

/** A stretch of both word lists; indexes, ends exclusive. */
export type Region = { beforeStart: number; beforeEnd: number; afterStart: number; afterEnd: number };

/** Makes two words a pair. Both must be free. */
export function pair({ toAfter, toBefore }: WordPairs, beforeIndex: number, afterIndex: number): void {
  toAfter[beforeIndex] = afterIndex;
  toBefore[afterIndex] = beforeIndex;
}

/** Whether both words are there, equal and free. */
export function canPair(pairs: WordPairs, beforeIndex: number, afterIndex: number): boolean {
  return (
    beforeIndex >= 0 &&
    afterIndex >= 0 &&
    beforeIndex < pairs.before.count &&
    afterIndex < pairs.after.count &&
    pairs.toAfter[beforeIndex] === -1 &&
    pairs.toBefore[afterIndex] === -1 &&
    pairs.before.hashes[beforeIndex] === pairs.after.hashes[afterIndex]
  );
}
