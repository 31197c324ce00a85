import type { Block, TextWithBlocks } from "../blocks.ts";
import type { Span } from "../spans.ts";
import type { Match } from "./word-diff.ts";
import { listWords, type WordList } from "./words.ts";

/** A text with its words, and the index of the block each word stands in. */
export type Placed = { text: string; blocks: readonly Block[]; words: WordList; blockOf: Int32Array };

export function placeWords({ text, blocks }: TextWithBlocks): Placed {
  const words = listWords(text);
  const blockOf = new Int32Array(words.count);
  let block = 0;
  for (let word = 0; word < words.count; word += 1) {
    const start = words.starts[word] ?? 0;
    while (block < blocks.length - 1 && start >= (blocks[block]?.end ?? 0)) block += 1;
    blockOf[word] = block;
  }
  return { text, blocks, words, blockOf };
}

/** `count` equal words from `before` and from `after` on, inside one block of either text. */
export type Piece = { before: number; after: number; count: number; isMoved: boolean };

/** Offsets of words, with the blanks behind them and, of a block's first ones, before them. */
export function stretchOf({ blocks, words, blockOf }: Placed, first: number, count: number): Span {
  const block = blockOf[first] ?? 0;
  const { start, end } = blocks[block] ?? { start: 0, end: 0 };
  const next = first + count;
  return {
    start: blockOf[first - 1] === block ? (words.starts[first] ?? start) : start,
    end: blockOf[next] === block ? (words.starts[next] ?? end) : end,
  };
}

/** Cuts matches where a block ends in either text: the words of a match are the same ones, one by one. */
export function cutMatches(before: Placed, after: Placed, matches: readonly Match[]): Piece[] {
  return matches.flatMap(({ beforeStart, beforeEnd, afterStart, isMoved }) => {
    const pieces: Piece[] = [];
    let last: Piece | undefined;
    const end = wordAt(before.words, beforeEnd);
    let other = wordAt(after.words, afterStart);
    for (let word = wordAt(before.words, beforeStart); word < end; word += 1, other += 1) {
      const goesOn =
        last !== undefined &&
        before.blockOf[last.before] === before.blockOf[word] &&
        after.blockOf[last.after] === after.blockOf[other];
      if (last !== undefined && goesOn) last.count += 1;
      else {
        last = { before: word, after: other, count: 1, isMoved };
        pieces.push(last);
      }
    }
    return pieces;
  });
}

/** The words of a block: the first, and the one after the last. */
export function wordsOf({ blocks, words }: Placed, block: number): { first: number; end: number } {
  const { start, end } = blocks[block] ?? { start: 0, end: 0 };
  return { first: wordAt(words, start), end: wordAt(words, end) };
}

/** The first word that does not begin before `offset`. */
function wordAt({ starts }: WordList, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Two blocks that are the same one in two texts, by index. `pieces`: what stayed in order inside it. `isWhole`: all of
 * it did.
 */
export type Pair = { before: number; after: number; isMoved: boolean; isWhole: boolean; pieces: Piece[] };

/** Of all words that two blocks hold together, shared (0 to 1). With less, one was taken out and the other put in. */
const LEAST_SHARED = 0.4;

/**
 * Says which blocks are the same one, in the newer text's order: the two that share most, then the next two that
 * are both free, and so on.
 */
export function pairBlocks(before: Placed, after: Placed, pieces: readonly Piece[]): Pair[] {
  const sizes = { before: countWords(before), after: countWords(after) };
  const taken = { before: new Set<number>(), after: new Set<number>() };
  const blocksOf = (piece: Piece) =>
    [before.blockOf[piece.before] ?? 0, after.blockOf[piece.after] ?? 0] as const;
  const together = Map.groupBy(pieces, (piece) => blocksOf(piece).join());
  const candidates = [...together.values()].toSorted((a, b) => countAll(b) - countAll(a));
  const pairs = candidates.flatMap((shared): Pair[] => {
    const [old, now] = shared[0] ? blocksOf(shared[0]) : [0, 0];
    const count = countAll(shared);
    const all = (sizes.before[old] ?? 0) + (sizes.after[now] ?? 0);
    if (taken.before.has(old) || taken.after.has(now) || count * 2 < all * LEAST_SHARED) return [];
    taken.before.add(old);
    taken.after.add(now);
    const isMoved = countAll(shared.filter((piece) => piece.isMoved)) * 2 > count;
    return [{ before: old, after: now, isMoved, isWhole: false, pieces: keepOrder(shared) }];
  });
  return addNeighbours(before, after, { pairs, taken: taken.before });
}

const countAll = (pieces: readonly Piece[]) => pieces.reduce((sum, { count }) => sum + count, 0);

function countWords({ blocks, blockOf }: Placed): Int32Array {
  const counts = new Int32Array(blocks.length);
  for (const block of blockOf) counts[block] = (counts[block] ?? 0) + 1;
  return counts;
}

/** The pieces that stand in the same order in both texts, the heaviest first to have a place. */
function keepOrder(pieces: readonly Piece[]): Piece[] {
  const kept: Piece[] = [];
  for (const piece of pieces.toSorted((a, b) => b.count - a.count)) {
    const next = kept.findIndex((each) => each.before > piece.before);
    const place = next === -1 ? kept.length : next;
    const followsLast = (kept[place - 1]?.after ?? -1) < piece.after;
    const leadsNext = piece.after < (kept[place]?.after ?? Number.POSITIVE_INFINITY);
    if (followsLast && leadsNext) kept.splice(place, 0, piece);
  }
  return kept;
}

/**
 * Pairs also the block after a pair with the one after its other half, if both are free and it is clear that they
 * are one: they say the same, or they are cells of a table, whose words may be a single number.
 */
function addNeighbours(
  before: Placed,
  after: Placed,
  { pairs, taken }: { pairs: readonly Pair[]; taken: ReadonlySet<number> },
): Pair[] {
  const byAfter = new Map(pairs.map((pair) => [pair.after, pair]));
  const all: Pair[] = [];
  let last = { before: -1, after: -1 };
  for (const now of after.blocks.keys()) {
    const old = last.before + 1;
    const isBeside = last.after === now - 1 && !taken.has(old);
    const pair = byAfter.get(now) ?? (isBeside ? neighbours(before, after, { old, now }) : null);
    if (pair === null) continue;
    all.push(pair);
    if (!pair.isMoved) last = pair;
  }
  return all;
}

function neighbours(before: Placed, after: Placed, { old, now }: { old: number; now: number }): Pair | null {
  const [older, newer] = [before.blocks[old], after.blocks[now]];
  if (older === undefined || newer === undefined) return null;
  const isWhole = before.text.slice(older.start, older.end) === after.text.slice(newer.start, newer.end);
  const areCells = older.type === "table-cell" && newer.type === "table-cell";
  return isWhole || areCells ? { before: old, after: now, isMoved: false, isWhole, pieces: [] } : null;
}
