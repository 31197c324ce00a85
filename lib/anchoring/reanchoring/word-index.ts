import type { WordList } from "../diff/words.ts";

/** Where words of a list stand, by one word or two in a row: chains of positions by hash. */
export type WordIndex = { list: WordList; heads: Int32Array; next: Int32Array; span: 1 | 2 };

/** An index of the words (or pairs of neighbours) that `isWanted`. */
export function indexWords(list: WordList, span: 1 | 2, isWanted: (word: number) => boolean): WordIndex {
  let size = 16;
  while (size < list.count * 2) size *= 2;
  const heads = new Int32Array(size).fill(-1);
  const next = new Int32Array(list.count);
  // From the end, so that the chains run from the beginning.
  for (let word = list.count - span; word >= 0; word -= 1) {
    if (!isWanted(word) || !isWanted(word + span - 1)) continue;
    const slot = slotOf(heads, keyAt(list, word, span));
    next[word] = heads[slot] ?? -1;
    heads[slot] = word;
  }
  return { list, heads, next, span };
}

/** Positions in the index of what stands in `list` at `word`, at most `limit`, ascending. */
export function positionsOf(index: WordIndex, list: WordList, word: number, limit: number): number[] {
  const found: number[] = [];
  let at = index.heads[slotOf(index.heads, keyAt(list, word, index.span))] ?? -1;
  for (; at !== -1 && found.length < limit; at = index.next[at] ?? -1) {
    const isSame =
      index.list.hashes[at] === list.hashes[word] &&
      (index.span === 1 || index.list.hashes[at + 1] === list.hashes[word + 1]);
    if (isSame) found.push(at);
  }
  return found;
}

function keyAt(list: WordList, word: number, span: 1 | 2): number {
  const hash = list.hashes[word] ?? 0;
  return span === 1 ? hash : (Math.imul(hash, 0x9e3779b1) + (list.hashes[word + 1] ?? 0)) | 0;
}

function slotOf(heads: Int32Array, key: number): number {
  return (Math.imul(key ^ (key >>> 15), 0x85ebca6b) >>> 7) & (heads.length - 1);
}
