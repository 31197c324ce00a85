import type { Runs } from "../diff/word-diff.ts";
import type { WordPairs } from "../diff/word-pairs.ts";
import type { WordList } from "../diff/words.ts";
import type { Diff, WordRange } from "./passage-image.ts";
import { similarity } from "./similarity.ts";

/**
 * Where a passage with changed words went: from what its first words became to what its last words became. Null
 * when nothing of it is left in place and nothing stands there instead.
 */
export function changedImage(diff: Diff, words: WordRange): WordRange | null {
  const { toAfter } = diff.pairs;
  const kept = mainPart(diff, words);
  if (kept === null) return imageBetween(diff, words);
  const first = startBefore(diff, words, kept.first);
  const end = endBehind(diff, words, kept.end - 1);
  return first <= (toAfter[kept.first] ?? 0) && first < end ? { first, end } : null;
}

/** Words that may come between two runs of a passage beyond what was there before. More is another place. */
const LARGEST_INSERTION = 40;

/** The heaviest run inside the passage with the runs around it that are in order: first and last kept word. */
function mainPart({ pairs, runs }: Diff, words: WordRange): WordRange | null {
  const pieces = piecesOf(pairs, runs, words);
  let heaviest = 0;
  for (const [index, piece] of pieces.entries()) {
    if (piece.weight > (pieces[heaviest]?.weight ?? 0)) heaviest = index;
  }
  const main = pieces[heaviest];
  if (main === undefined) return null;
  let { first, end } = main;
  const isNear = (left: number, right: number) => {
    const gap = (pairs.toAfter[right] ?? 0) - (pairs.toAfter[left] ?? 0);
    return gap > 0 && gap <= (right - left) * 2 + LARGEST_INSERTION;
  };
  for (const piece of pieces.slice(heaviest + 1)) if (isNear(end - 1, piece.first)) end = piece.end;
  for (const piece of pieces.slice(0, heaviest).reverse()) {
    if (isNear(piece.end - 1, first)) first = piece.first;
  }
  return { first, end };
}

type Piece = WordRange & { weight: number };

/** The parts of runs that lie in the passage. Weight is in code units. */
function piecesOf({ before }: WordPairs, runs: Runs, words: WordRange): Piece[] {
  const pieces: Piece[] = [];
  let previous = -1;
  for (let word = words.first; word < words.end; word += 1) {
    const run = runs.ofWord[word] ?? -1;
    const weight = (before.ends[word] ?? 0) - (before.starts[word] ?? 0);
    const piece = pieces.at(-1);
    if (run !== -1 && run === previous && piece !== undefined) {
      piece.end = word + 1;
      piece.weight += weight;
    } else if (run !== -1) pieces.push({ first: word, end: word + 1, weight });
    previous = run;
  }
  return pieces;
}

/** First word of the image of a passage whose first kept word is `kept`. */
function startBefore({ pairs }: Diff, words: WordRange, kept: number): number {
  const { before, after, toAfter, toBefore } = pairs;
  const target = toAfter[kept] ?? 0;
  const changed = kept - words.first;
  if (changed === 0) return target;
  let left = kept - 1;
  while (left >= 0 && toAfter[left] === -1) left -= 1;
  const mayCross = hasLineStart(before, words.first + 1, kept + 1);
  let free = target;
  while (free > 0 && toBefore[free - 1] === -1 && (mayCross || after.opensLine[free] === 0)) free -= 1;
  if (left >= words.first) return Math.max(free, target - changed);
  const holes = { own: { first: left + 1, end: kept }, other: { first: free, end: target } };
  return splitAt(pairs, holes, words.first, Math.max(free, target - changed));
}

/** One past the last word of the image of a passage whose last kept word is `kept`. */
function endBehind({ pairs }: Diff, words: WordRange, kept: number): number {
  const { before, after, toAfter, toBefore } = pairs;
  const target = (toAfter[kept] ?? 0) + 1;
  const changed = words.end - 1 - kept;
  if (changed === 0) return target;
  let right = kept + 1;
  while (right < before.count && toAfter[right] === -1) right += 1;
  const mayCross = hasLineStart(before, kept + 1, words.end);
  let free = target;
  while (free < after.count && toBefore[free] === -1 && (mayCross || after.opensLine[free] === 0)) free += 1;
  if (right < words.end) return Math.min(free, target + changed);
  const holes = { own: { first: kept + 1, end: right }, other: { first: target, end: free } };
  return splitAt(pairs, holes, words.end, Math.min(free, target + changed));
}

function hasLineStart({ opensLine }: WordList, first: number, end: number): boolean {
  for (let word = first; word < end; word += 1) if (opensLine[word] === 1) return true;
  return false;
}

/**
 * The edge of a passage lies in a hole, at `edge`: where it lies in what the hole became. At the same number of
 * words from the kept one (`byCount`), unless it is clearly better at the same number from the hole's other end, at
 * the same share of it, or there itself.
 */
function splitAt(
  { before, after }: WordPairs,
  { own, other }: { own: WordRange; other: WordRange },
  edge: number,
  byCount: number,
): number {
  const room = other.end - other.first;
  const size = own.end - own.first;
  if (room === size) return other.first + edge - own.first;
  const costAt = (split: number) =>
    difference(before, { first: own.first, end: edge }, after, { first: other.first, end: split }) +
    difference(before, { first: edge, end: own.end }, after, { first: split, end: other.end });
  const share = other.first + Math.round((room * (edge - own.first)) / size);
  const tried = [
    share,
    Math.min(other.end, other.first + edge - own.first),
    Math.max(other.first, other.end - own.end + edge),
  ];
  let best = byCount;
  let lowest = costAt(byCount) * CLEARLY;
  for (const split of new Set(tried)) {
    const cost = costAt(split);
    if (cost >= lowest) continue;
    lowest = cost;
    best = split;
  }
  return best;
}

/** Share of the cost at which another way to cut is better beyond chance: any two words share a letter or two. */
const CLEARLY = 0.85;

/** Edits between two word ranges. */
function difference(list: WordList, range: WordRange, otherList: WordList, otherRange: WordRange): number {
  const [own, other] = [textOf(list, range), textOf(otherList, otherRange)];
  return (1 - similarity(own, other)) * Math.max(own.length, other.length);
}

function textOf({ text, starts, ends }: WordList, { first, end }: WordRange): string {
  return first < end ? text.slice(starts[first], ends[end - 1]) : "";
}

/** How many of `count` words `inside` words became, if `outside` more became the rest. */
function shareOf(count: number, inside: number, outside: number): number {
  return Math.round((count * inside) / (inside + outside));
}

/** What stands instead of words of which none was kept, where both neighbours were. */
function imageBetween({ pairs }: Diff, words: WordRange): WordRange | null {
  const { before, after, toAfter, toBefore } = pairs;
  let left = words.first - 1;
  while (left >= 0 && toAfter[left] === -1) left -= 1;
  let right = words.end;
  while (right < before.count && toAfter[right] === -1) right += 1;
  const start = left === -1 ? 0 : (toAfter[left] ?? 0) + 1;
  const end = right === before.count ? after.count : (toAfter[right] ?? 0);
  for (let word = start; word < end; word += 1) if (toBefore[word] !== -1) return null;
  const first = start + shareOf(end - start, words.first - left - 1, right - words.first);
  const last = start + shareOf(end - start, words.end - left - 1, right - words.end);
  return first < last ? { first, end: last } : null;
}
