import { canPair, pair, type Region, type WordPairs } from "./word-pairs.ts";

const BASE = 0x01000197;

/** Slots of the table: hash of the shingle, where it stands before and after. */
const WIDTH = 3;
const NOWHERE = -1;
const TWICE = -2;

/**
 * Pairs shingles (`length` words in a row) that are free and stand once in each text's part of the region. In the
 * newer text all words count, paired or not: what is unique only among the leftovers is as likely another place's.
 * (A twin in the older text that has its pair shows there too.)
 * `oneIn`: looks only at shingles whose hash is divisible by it (a power of two), the same ones in both texts.
 */
export function pairShingles(
  pairs: WordPairs,
  region: Region,
  { length, oneIn }: { length: number; oneIn: number },
): void {
  const table = ownShingles(pairs, region, length, oneIn);
  if (table === null) return;
  findElsewhere(table, pairs, region, length, oneIn);
  for (let slot = 0; slot < table.length; slot += WIDTH) {
    const beforeAt = table[slot + 1] ?? NOWHERE;
    const afterAt = table[slot + 2] ?? NOWHERE;
    if (beforeAt < 0 || afterAt < 0) continue;
    for (let word = 0; word < length; word += 1) {
      if (canPair(pairs, beforeAt + word, afterAt + word)) pair(pairs, beforeAt + word, afterAt + word);
    }
  }
}

/** Polynomial hashes of all shingles, rolled from one to the next; `isFree` when none of its words has a partner. */
function eachShingle(
  { hashes, partner, from, to, length, oneIn }: Rolling,
  visit: (hash: number, start: number, isFree: boolean) => void,
): void {
  let highest = 1;
  for (let word = 1; word < length; word += 1) highest = Math.imul(highest, BASE);
  let hash = 0;
  let free = 0;
  for (let at = from; at < to; at += 1) {
    free = partner[at] === -1 ? free + 1 : 0;
    if (at >= from + length) hash = (hash - Math.imul(hashes[at - length] ?? 0, highest)) | 0;
    hash = (Math.imul(hash, BASE) + (hashes[at] ?? 0)) | 0;
    if (at < from + length - 1 || ((hash ^ (hash >>> 15)) & (oneIn - 1)) !== 0) continue;
    visit(hash, at - length + 1, free >= length);
  }
}

type Rolling = {
  hashes: Int32Array;
  partner: Int32Array;
  from: number;
  to: number;
  length: number;
  oneIn: number;
};

/** Open addressing, with the free shingles of the older text. Null when there is none. */
function ownShingles(pairs: WordPairs, region: Region, length: number, oneIn: number): Int32Array | null {
  const rolling = {
    hashes: pairs.before.hashes,
    partner: pairs.toAfter,
    from: region.beforeStart,
    to: region.beforeEnd,
    length,
    oneIn,
  };
  let free = 0;
  for (let word = region.beforeStart; word < region.beforeEnd; word += 1) {
    if (pairs.toAfter[word] === -1) free += 1;
  }
  if (free < length) return null;
  let size = 16;
  while (size * oneIn < free * 2) size *= 2;
  const table = new Int32Array(size * WIDTH).fill(NOWHERE);
  let used = 0;
  eachShingle(rolling, (hash, start, isFree) => {
    // A table half full takes no more: which hashes are divisible is chance, and a search in a full one would not end.
    if (!isFree || used * 2 >= size) return;
    const slot = slotOf(table, hash);
    if (table[slot + 1] === NOWHERE) used += 1;
    table[slot] = hash;
    table[slot + 1] = table[slot + 1] === NOWHERE ? start : TWICE;
  });
  return table;
}

/** Fills in where the table's shingles stand in the newer text. */
function findElsewhere(
  table: Int32Array,
  pairs: WordPairs,
  region: Region,
  length: number,
  oneIn: number,
): void {
  const rolling = {
    hashes: pairs.after.hashes,
    partner: pairs.toBefore,
    from: region.afterStart,
    to: region.afterEnd,
    length,
    oneIn,
  };
  eachShingle(rolling, (hash, start) => {
    const slot = slotOf(table, hash);
    if (table[slot + 1] === NOWHERE) return;
    table[slot + 2] = table[slot + 2] === NOWHERE ? start : TWICE;
  });
}

/** The slot that holds `hash`, or the free one where it would go. */
function slotOf(table: Int32Array, hash: number): number {
  const mask = table.length / WIDTH - 1;
  let slot = Math.imul(hash ^ (hash >>> 15), 0x9e3779b1) >>> 7;
  for (;;) {
    const at = (slot & mask) * WIDTH;
    if (table[at + 1] === NOWHERE || table[at] === hash) return at;
    slot += 1;
  }
}
