import { pairLines } from "./line-pairs.ts";
import { canPair, pair, type Region, type WordPairs } from "./word-pairs.ts";
import { weightOf } from "./words.ts";

/**
 * Aligns what is free between pairs. A hole whose both sides lie in order in the newer text has one there to align
 * it with. `atMoves`: also those at the edges of moved text, whose beginning belongs to what follows the left side,
 * and whose end to what precedes the right side.
 */
export function alignHoles(pairs: WordPairs, { atMoves }: { atMoves: boolean }): void {
  const { before, toAfter } = pairs;
  for (let at = 0; at < before.count; ) {
    if (toAfter[at] !== -1) {
      at += 1;
      continue;
    }
    let end = at + 1;
    while (end < before.count && toAfter[end] === -1) end += 1;
    if (!alignInOrder(pairs, at, end) && atMoves) alignAtMove(pairs, at, end);
    at = end;
  }
}

/** Aligns a hole whose sides are in order; false when they are not. */
function alignInOrder(pairs: WordPairs, start: number, end: number): boolean {
  const left = leftOf(pairs, start);
  const right = rightOf(pairs, end);
  for (let word = left + 1; word < right; word += 1) if (pairs.toBefore[word] !== -1) return false;
  if (left >= right) return false;
  alignRegion(pairs, { beforeStart: start, beforeEnd: end, afterStart: left + 1, afterEnd: right });
  return true;
}

function alignAtMove(pairs: WordPairs, start: number, end: number): void {
  const { after, toBefore } = pairs;
  const left = leftOf(pairs, start);
  const right = rightOf(pairs, end);
  let leftEnd = left + 1;
  while (leftEnd < after.count && toBefore[leftEnd] === -1) leftEnd += 1;
  let rightStart = right;
  while (rightStart > 0 && toBefore[rightStart - 1] === -1) rightStart -= 1;
  const middle = lineBetween(pairs, start, end);
  alignRegion(pairs, {
    beforeStart: start,
    beforeEnd: middle ?? end,
    afterStart: left + 1,
    afterEnd: leftEnd,
  });
  alignRegion(pairs, {
    beforeStart: middle ?? start,
    beforeEnd: end,
    afterStart: rightStart,
    afterEnd: right,
  });
}

/** What the word before `start` became: -1, the place before the first word, where there is none. */
function leftOf({ toAfter }: WordPairs, start: number): number {
  return start === 0 ? -1 : (toAfter[start - 1] ?? -1);
}

/** What the word at `end` became, or the place behind the last word. */
function rightOf({ before, after, toAfter }: WordPairs, end: number): number {
  return end === before.count ? after.count : (toAfter[end] ?? after.count);
}

/** The first word in the hole that opens a line. */
function lineBetween({ before }: WordPairs, start: number, end: number): number | null {
  for (let at = start; at < end; at += 1) if (before.opensLine[at] === 1) return at;
  return null;
}

/** Cells of the alignment table a hole may take; a larger one is cut at words that stand once on each side. */
const MOST_CELLS = 1 << 16;

function alignRegion(pairs: WordPairs, region: Region): void {
  if (region.beforeStart >= region.beforeEnd || region.afterStart >= region.afterEnd) return;
  for (const part of pairLines(pairs, region)) {
    const rest = trimEqualEnds(pairs, part);
    const cells = (rest.beforeEnd - rest.beforeStart) * (rest.afterEnd - rest.afterStart);
    if (cells > MOST_CELLS) cutLargeRegion(pairs, rest);
    else if (cells > 0) alignByTable(pairs, rest);
  }
}

/** Pairs what the region begins and ends with on both sides; what is left of it. */
function trimEqualEnds(pairs: WordPairs, region: Region): Region {
  let { beforeStart, beforeEnd, afterStart, afterEnd } = region;
  while (beforeStart < beforeEnd && afterStart < afterEnd && canPair(pairs, beforeStart, afterStart)) {
    pair(pairs, beforeStart, afterStart);
    beforeStart += 1;
    afterStart += 1;
  }
  while (beforeStart < beforeEnd && afterStart < afterEnd && canPair(pairs, beforeEnd - 1, afterEnd - 1)) {
    beforeEnd -= 1;
    afterEnd -= 1;
    pair(pairs, beforeEnd, afterEnd);
  }
  return { beforeStart, beforeEnd, afterStart, afterEnd };
}

const table = new Int32Array(2 * MOST_CELLS + 2);

/** The heaviest common subsequence, by dynamic programming from the end. Long words weigh more: they tell more. */
function alignByTable(pairs: WordPairs, { beforeStart, beforeEnd, afterStart, afterEnd }: Region): void {
  const { before, after, toAfter, toBefore } = pairs;
  const width = afterEnd - afterStart + 1;
  const height = beforeEnd - beforeStart;
  table.fill(0, height * width, (height + 1) * width);
  for (let row = height - 1; row >= 0; row -= 1) {
    const word = beforeStart + row;
    const hash = before.hashes[word];
    const isFree = toAfter[word] === -1;
    const weight = weightOf(before, word);
    table[row * width + width - 1] = 0;
    for (let column = width - 2; column >= 0; column -= 1) {
      const cell = row * width + column;
      const other = afterStart + column;
      let best = Math.max(table[cell + 1] ?? 0, table[cell + width] ?? 0);
      if (isFree && hash === after.hashes[other] && toBefore[other] === -1) {
        best = Math.max(best, (table[cell + width + 1] ?? 0) + weight);
      }
      table[cell] = best;
    }
  }
  let row = 0;
  let column = 0;
  while (row < height && column < width - 1) {
    const cell = row * width + column;
    const here = table[cell] ?? 0;
    if (
      canPair(pairs, beforeStart + row, afterStart + column) &&
      here === (table[cell + width + 1] ?? 0) + weightOf(before, beforeStart + row)
    ) {
      pair(pairs, beforeStart + row, afterStart + column);
      row += 1;
      column += 1;
    } else if (here === table[cell + width]) row += 1;
    else column += 1;
  }
}

/** Cuts at words that stand once on each side, in their longest common order; without any, walks along. */
function cutLargeRegion(pairs: WordPairs, region: Region): void {
  const cuts = inOrder(uniqueWords(pairs, region));
  if (cuts.length === 0) {
    walkAlong(pairs, region);
    return;
  }
  let { beforeStart, afterStart } = region;
  for (const [beforeIndex, afterIndex] of cuts) {
    if (canPair(pairs, beforeIndex, afterIndex)) pair(pairs, beforeIndex, afterIndex);
    alignRegion(pairs, { beforeStart, beforeEnd: beforeIndex, afterStart, afterEnd: afterIndex });
    beforeStart = beforeIndex + 1;
    afterStart = afterIndex + 1;
  }
  alignRegion(pairs, { ...region, beforeStart, afterStart });
}

type IndexPair = readonly [beforeIndex: number, afterIndex: number];

function uniqueWords({ before, after }: WordPairs, region: Region): IndexPair[] {
  const once = (hashes: Int32Array, start: number, end: number) => {
    const at = new Map<number, number>();
    for (let word = start; word < end; word += 1) {
      const hash = hashes[word] ?? 0;
      at.set(hash, at.has(hash) ? -1 : word);
    }
    return at;
  };
  const others = once(after.hashes, region.afterStart, region.afterEnd);
  const found: IndexPair[] = [];
  for (const [hash, word] of once(before.hashes, region.beforeStart, region.beforeEnd)) {
    const other = others.get(hash) ?? -1;
    if (word >= 0 && other >= 0) found.push([word, other]);
  }
  return found.sort((a, b) => a[0] - b[0]);
}

/** The longest part of `found` that is in order on both sides (patience sorting). */
function inOrder(found: readonly IndexPair[]): IndexPair[] {
  const tails: number[] = [];
  const previous = new Int32Array(found.length).fill(-1);
  for (const [index, [, afterIndex]] of found.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((found[tails[middle] ?? 0]?.[1] ?? 0) < afterIndex) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = index;
  }
  const chain: IndexPair[] = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
    const link = found[index];
    if (link !== undefined) chain.push(link);
  }
  return chain.reverse();
}

/** How far a walk looks for the next equal word. */
const SIGHT = 16;

/** Last resort where every word stands many times: goes along both sides and skips as little as it can. */
function walkAlong(pairs: WordPairs, region: Region): void {
  let at = region.beforeStart;
  let other = region.afterStart;
  while (at < region.beforeEnd && other < region.afterEnd) {
    const step = nextEqual(pairs, at, other, region);
    if (step === null) {
      at += 1;
      other += 1;
      continue;
    }
    pair(pairs, step[0], step[1]);
    at = step[0] + 1;
    other = step[1] + 1;
  }
}

function nextEqual(pairs: WordPairs, at: number, other: number, region: Region): IndexPair | null {
  for (let distance = 0; distance <= SIGHT; distance += 1) {
    for (let ahead = 0; ahead <= distance; ahead += 1) {
      const pairOf: IndexPair = [at + ahead, other + distance - ahead];
      if (pairOf[0] >= region.beforeEnd || pairOf[1] >= region.afterEnd) continue;
      if (canPair(pairs, pairOf[0], pairOf[1])) return pairOf;
    }
  }
  return null;
}
