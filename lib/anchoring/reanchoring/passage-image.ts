import { fold } from "../diff/fold.ts";
import type { Runs } from "../diff/word-diff.ts";
import type { WordPairs } from "../diff/word-pairs.ts";
import type { WordList } from "../diff/words.ts";
import type { Span } from "../spans.ts";

/** What the diff of two texts says, ready to be asked about passages. */
export type Diff = { pairs: WordPairs; runs: Runs };

/** Indexes of words, end exclusive. */
export type WordRange = { first: number; end: number };

/** Where a passage went: UTF-16 code units of the newer text. `isMoved`: its words left the main line. */
export type Image = Span & { isMoved: boolean };

/** The words that `span` touches. */
export function wordsAt(list: WordList, span: Span): WordRange {
  return { first: countUpTo(list.ends, span.start), end: countUpTo(list.starts, span.end - 1) };
}

/** How many of ascending `offsets` are at most `limit`. */
function countUpTo(offsets: Int32Array, limit: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Places where all words of a passage stand in a row, as the diff has it: the one its run leads to, or, where the
 * run broke off inside, those its pieces lead to.
 */
export function wholeImages({ pairs, runs }: Diff, words: WordRange, span: Span): Image[] {
  const run = runs.ofWord[words.first] ?? -1;
  if (run !== -1 && run === runs.ofWord[words.end - 1]) {
    const shift = (pairs.toAfter[words.first] ?? 0) - words.first;
    return [imageAt(pairs, words, span, shift, runs.isMoved[run] === 1)];
  }
  const images: Image[] = [];
  let previous = -1;
  for (let word = words.first; word < words.end; word += 1) {
    const current = runs.ofWord[word] ?? -1;
    if (current === -1 || current === previous) continue;
    previous = current;
    const shift = (pairs.toAfter[word] ?? 0) - word;
    if (standAt(pairs, words, shift)) {
      images.push(imageAt(pairs, words, span, shift, runs.isMoved[current] === 1));
    }
  }
  return images;
}

/** Whether the newer text has the same words `shift` words further on. */
function standAt({ before, after }: WordPairs, { first, end }: WordRange, shift: number): boolean {
  if (first + shift < 0 || end + shift > after.count) return false;
  for (let word = first; word < end; word += 1) {
    if (before.hashes[word] !== after.hashes[word + shift]) return false;
  }
  return true;
}

function imageAt(
  { before, after }: WordPairs,
  { first, end }: WordRange,
  span: Span,
  shift: number,
  isMoved: boolean,
): Image {
  return {
    start: offsetIn(before, first, span.start, after, first + shift),
    end: offsetIn(before, end - 1, span.end, after, end - 1 + shift),
    isMoved,
  };
}

/** An offset at or inside a word, in the equal word of the other text. */
export function offsetIn(
  list: WordList,
  word: number,
  offset: number,
  otherList: WordList,
  otherWord: number,
): number {
  const start = list.starts[word] ?? 0;
  const end = list.ends[word] ?? 0;
  const otherStart = otherList.starts[otherWord] ?? 0;
  const otherEnd = otherList.ends[otherWord] ?? 0;
  if (offset <= start) return otherStart;
  if (offset >= end) return otherEnd;
  if (list.text.slice(start, end) === otherList.text.slice(otherStart, otherEnd))
    return otherStart + offset - start;
  const part = fold(list.text.slice(start, offset));
  for (let at = otherStart + 1; at < otherEnd; at += 1) {
    if (fold(otherList.text.slice(otherStart, at)) === part) return at;
  }
  return otherEnd;
}
