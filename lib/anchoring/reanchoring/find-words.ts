import type { WordPairs } from "../diff/word-pairs.ts";
import type { WordList } from "../diff/words.ts";
import type { Span } from "../spans.ts";
import { type Approximate, approximate } from "./approximate.ts";
import { type Image, offsetIn, type WordRange, wordsAt } from "./passage-image.ts";
import { similarity } from "./similarity.ts";
import { indexWords, positionsOf, type WordIndex } from "./word-index.ts";

/** Words to look for: those of `span` in the list's text. */
export type Wanted = { list: WordList; words: WordRange; span: Span };

/**
 * Where to look. `isTaken` tells which words of `after` are spoken for: they are the same words as before, of
 * another place, and no passage went there.
 */
export type Haystack = {
  after: WordList;
  isTaken: (word: number) => boolean;
  single: WordIndex;
  double: WordIndex;
};

/** The text the older one does not account for. */
export function newText({ after, toBefore }: WordPairs): Haystack {
  return haystack(after, (word) => toBefore[word] !== -1);
}

/** The whole text, for passages that had no place. */
export function wholeText(after: WordList): Haystack {
  return haystack(after, () => false);
}

function haystack(after: WordList, isTaken: (word: number) => boolean): Haystack {
  const isFree = (word: number) => !isTaken(word);
  return { after, isTaken, single: indexWords(after, 1, isFree), double: indexWords(after, 2, isFree) };
}

/** Places looked at for one passage; a person never looks through more. */
const MOST_PLACES = 200;
/** Words tried for the rarest of a passage. */
const MOST_TRIED = 12;

/** Where all the words stand in a row, at least half of them free. */
export function findExactly(hay: Haystack, wanted: Wanted): Image[] {
  const { list, words, span } = wanted;
  const rarest = rarestWord(hay, wanted);
  if (rarest === null) return [];
  const images: Image[] = [];
  for (const position of rarest.positions) {
    const shift = position - rarest.word;
    if (!standThere(hay, wanted, shift)) continue;
    images.push({
      start: offsetIn(list, words.first, span.start, hay.after, words.first + shift),
      end: offsetIn(list, words.end - 1, span.end, hay.after, words.end - 1 + shift),
      isMoved: true,
    });
  }
  return images;
}

function rarestWord(
  { single }: Haystack,
  { list, words }: Wanted,
): { word: number; positions: number[] } | null {
  let best: { word: number; positions: number[] } | null = null;
  const step = Math.max(1, Math.floor((words.end - words.first) / MOST_TRIED));
  for (let word = words.first; word < words.end; word += step) {
    const positions = positionsOf(single, list, word, MOST_PLACES);
    if (positions.length === 0) continue;
    if (best === null || positions.length < best.positions.length) best = { word, positions };
    if (best.positions.length === 1) break;
  }
  return best;
}

function standThere({ after, isTaken }: Haystack, { list, words }: Wanted, shift: number): boolean {
  if (words.first + shift < 0 || words.end + shift > after.count) return false;
  let taken = 0;
  for (let word = words.first; word < words.end; word += 1) {
    if (list.hashes[word] !== after.hashes[word + shift]) return false;
    if (isTaken(word + shift)) taken += 1;
  }
  return taken * 2 <= words.end - words.first;
}

/** Windows looked into for one passage. */
const MOST_WINDOWS = 4;

/** Places that read nearly like the passage, best first, whole words: looked for where most of its word pairs are. */
export function findApproximately(
  hay: Haystack,
  wanted: Wanted & { quote: string },
  lowest: number,
): Approximate[] {
  const length = wanted.words.end - wanted.words.first;
  const slack = 4 + Math.ceil(length / 4);
  const found: Approximate[] = [];
  for (const start of likelyStarts(hay, wanted, slack)) {
    const window = spanOf(hay.after, start - slack, start + length + slack);
    for (const match of approximate(hay.after.text, window, wanted.quote, lowest)) {
      const place = inWholeWords(hay.after, match, wanted.quote);
      if (found.some((other) => other.start < place.end && place.start < other.end)) continue;
      found.push(place);
    }
  }
  return found.sort((a, b) => b.score - a.score || a.start - b.start);
}

/**
 * Share of a passage's word pairs that must be on a diagonal. Two thirds of its words unchanged leave it well over
 * two fifths of its pairs; a deleted quote has a pair here and there in any text.
 */
const LEAST_VOTES = 0.2;

/** A match without the words it has less than half of, and within one line if the quote is. */
function inWholeWords(list: WordList, match: Approximate, quote: string): Approximate {
  const words = wordsAt(list, match);
  const lengthOf = (word: number) => (list.ends[word] ?? 0) - (list.starts[word] ?? 0);
  const first =
    2 * ((list.ends[words.first] ?? 0) - match.start) < lengthOf(words.first) ? words.first + 1 : words.first;
  const cutAtEnd = 2 * (match.end - (list.starts[words.end - 1] ?? 0)) < lengthOf(words.end - 1);
  const whole = { first, end: cutAtEnd ? words.end - 1 : words.end };
  const { first: from, end } = quote.includes("\n") ? whole : longestLine(list, whole);
  if (from >= end) return match;
  const place = { start: list.starts[from] ?? 0, end: list.ends[end - 1] ?? 0 };
  return { ...place, score: similarity(quote, list.text.slice(place.start, place.end)) };
}

function longestLine(list: WordList, { first, end }: WordRange): WordRange {
  let longest = { first, end: first };
  let from = first;
  for (let word = first + 1; word <= end; word += 1) {
    if (word < end && list.opensLine[word] === 0) continue;
    if (word - from > longest.end - longest.first) longest = { first: from, end: word };
    from = word;
  }
  return longest;
}

/** Words of `after` where the passage may begin, by the diagonals on which most of its word pairs lie. */
function likelyStarts(hay: Haystack, { list, words }: Wanted, slack: number): number[] {
  const votes = new Map<number, number>();
  for (let word = words.first; word + 1 < words.end; word += 1) {
    for (const position of positionsOf(hay.double, list, word, MOST_PLACES)) {
      const diagonal = Math.round((position - (word - words.first)) / slack);
      votes.set(diagonal, (votes.get(diagonal) ?? 0) + 1);
    }
  }
  const enough = Math.max(1, LEAST_VOTES * (words.end - words.first - 1));
  const starts = [...votes].filter(([, count]) => count >= enough).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return starts.slice(0, MOST_WINDOWS).map(([diagonal]) => diagonal * slack);
}

function spanOf({ count, starts, ends, text }: WordList, first: number, end: number): Span {
  return {
    start: starts[Math.max(0, Math.min(first, count - 1))] ?? 0,
    end: ends[Math.max(0, Math.min(end, count) - 1)] ?? text.length,
  };
}
