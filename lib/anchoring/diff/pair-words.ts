import { alignHoles } from "./holes.ts";
import { pairShingles } from "./shingles.ts";
import { canPair, pair, type Region, type WordPairs } from "./word-pairs.ts";
import type { WordList } from "./words.ts";

/**
 * Pairs equal words of two texts so that what stayed together is paired together, wherever it went: what both
 * begin and end with; then shingles (words in a row) that stand once in each, extended both ways without asking
 * for order, so that moved paragraphs need no second look; then the holes between. Within a paragraph first: the
 * words where one ends must not run into the next, which may have gone elsewhere.
 */
export function pairWords(before: WordList, after: WordList): WordPairs {
  const pairs: WordPairs = {
    before,
    after,
    toAfter: new Int32Array(before.count).fill(-1),
    toBefore: new Int32Array(after.count).fill(-1),
  };
  const middle = pairEnds(pairs);
  if (middle.beforeStart >= middle.beforeEnd || middle.afterStart >= middle.afterEnd) return pairs;
  // One shingle in eight finds most of what stayed at an eighth of the price; the rest is looked at in full.
  pairShingles(pairs, middle, { length: 5, oneIn: 8 });
  extendInLines(pairs);
  pairShingles(pairs, middle, { length: 5, oneIn: 1 });
  extendInLines(pairs);
  extendByLines(pairs);
  alignHoles(pairs, { atMoves: false });
  pairShingles(pairs, middle, { length: 3, oneIn: 1 });
  extendInLines(pairs);
  alignHoles(pairs, { atMoves: true });
  return pairs;
}

/** Pairs the lines both texts begin and end with, and answers what is left between. */
function pairEnds(pairs: WordPairs): Region {
  const { before, after } = pairs;
  const shorter = Math.min(before.count, after.count);
  let start = 0;
  while (start < shorter && before.hashes[start] === after.hashes[start]) start += 1;
  while (start > 0 && !(isLineEnd(before, start) && isLineEnd(after, start))) start -= 1;
  let end = 0;
  while (
    end < shorter - start &&
    before.hashes[before.count - 1 - end] === after.hashes[after.count - 1 - end]
  ) {
    end += 1;
  }
  while (end > 0 && !(opensLine(before, before.count - end) && opensLine(after, after.count - end))) end -= 1;
  for (let word = 0; word < start; word += 1) pair(pairs, word, word);
  for (let word = 1; word <= end; word += 1) pair(pairs, before.count - word, after.count - word);
  return {
    beforeStart: start,
    beforeEnd: before.count - end,
    afterStart: start,
    afterEnd: after.count - end,
  };
}

function opensLine(list: WordList, word: number): boolean {
  return list.opensLine[word] === 1;
}

/** Lets every pair draw in equal words beside it on its line, first those behind it, then those before it. */
function extendInLines(pairs: WordPairs): void {
  const { before, after, toAfter } = pairs;
  for (let at = 1; at < before.count; at += 1) {
    const other = toAfter[at - 1] ?? -1;
    if (other === -1 || toAfter[at] !== -1 || !canPair(pairs, at, other + 1)) continue;
    if (before.opensLine[at] === 0 && after.opensLine[other + 1] === 0) pair(pairs, at, other + 1);
  }
  for (let at = before.count - 2; at >= 0; at -= 1) {
    const other = toAfter[at + 1] ?? -1;
    if (other === -1 || toAfter[at] !== -1 || !canPair(pairs, at, other - 1)) continue;
    if (before.opensLine[at + 1] === 0 && after.opensLine[other] === 0) pair(pairs, at, other - 1);
  }
}

/** Lets pairs at the end of a line draw in the next line, and those at its beginning the one before, if it is the same. */
function extendByLines(pairs: WordPairs): void {
  const { before, after, toAfter } = pairs;
  for (let at = 1; at < before.count; at += 1) {
    const other = (toAfter[at - 1] ?? -1) + 1;
    if (other === 0 || before.opensLine[at] === 0 || after.opensLine[other] === 0) continue;
    let end = at;
    while (canPair(pairs, end, other + end - at) && (end === at || before.opensLine[end] === 0)) end += 1;
    if (!isLineEnd(before, end) || !isLineEnd(after, other + end - at)) continue;
    for (let word = at; word < end; word += 1) pair(pairs, word, other + word - at);
  }
  for (let at = before.count - 1; at > 0; at -= 1) {
    const other = toAfter[at] ?? -1;
    if (other <= 0 || before.opensLine[at] === 0 || after.opensLine[other] === 0) continue;
    let start = at;
    while (canPair(pairs, start - 1, other + start - 1 - at)) {
      start -= 1;
      if (before.opensLine[start] === 1) break;
    }
    if (before.opensLine[start] === 0 || after.opensLine[other + start - at] === 0) continue;
    for (let word = start; word < at; word += 1) pair(pairs, word, other + word - at);
  }
}

function isLineEnd(list: WordList, end: number): boolean {
  return end === list.count || list.opensLine[end] === 1;
}
