import { fold } from "./diff/fold.ts";
import { foldedView } from "./diff/folded-view.ts";
import { isBoundary } from "./graphemes.ts";
import { placesOf } from "./locate.ts";
import { LONGEST_APPROXIMATE, nearest } from "./reanchoring/approximate.ts";
import type { Span } from "./spans.ts";

/** Words with what stood around them, to be found in a text that may be another than the one they are from. */
export type WordsToFind = { exact: string; prefix: string; suffix: string };

/** UTF-16 code units of the text. `isReworded`: the words there are nearly the same. */
export type FoundWords = Span & { isReworded: boolean };

/**
 * Finds words where nobody looks over them: in one place for certain, or in none (null). Of words that stand in several
 * places it takes the one whose surroundings plainly are theirs; short ones need theirs even when they stand but once.
 */
export function wordsIn(text: string): {
  exactly: (words: WordsToFind) => FoundWords | null;
  nearly: (words: WordsToFind) => FoundWords | null;
} {
  let view: ReturnType<typeof foldedView> | null = null;
  return {
    exactly(words) {
      const places = placesOf(text, words.exact);
      const place = chosen(text, words, places);
      return place && { ...place, isReworded: false };
    },
    nearly(words) {
      view ??= foldedView(text);
      return nearlyIn(text, view, words);
    },
  };
}

/** Folded code units. Shorter words stand anywhere by chance. */
const SELF_EVIDENT = 25;
/** Folded code units of the surroundings that have to be the same, next to the words. */
const ENOUGH_AROUND = 8;

function chosen(text: string, words: WordsToFind, places: readonly Span[]): Span | null {
  const ranked = places
    .map((place) => ({ place, around: agreement(text, words, place) }))
    .sort((a, b) => b.around - a.around);
  const [best, second] = ranked;
  if (best === undefined) return null;
  const isOnly = second === undefined;
  if (isOnly && fold(words.exact).length >= SELF_EVIDENT) return best.place;
  const isClear = best.around >= ENOUGH_AROUND && (isOnly || best.around >= 2 * second.around);
  return isClear ? best.place : null;
}

/** Code units looked at on each side. */
const AROUND = 80;

/** How many folded code units of what stands around the place are those around the words, outwards from them. */
function agreement(text: string, words: WordsToFind, place: Span): number {
  const { before, after } = sides(text, words, place);
  return before + after;
}

/** The same for either side. */
function sides(text: string, { prefix, suffix }: WordsToFind, { start, end }: Span) {
  return {
    before: sameEnd(fold(prefix), fold(text.slice(Math.max(0, start - AROUND), start))),
    after: sameStart(fold(suffix), fold(text.slice(end, end + AROUND))),
  };
}

function sameStart(a: string, b: string): number {
  let same = 0;
  while (same < a.length && a.charAt(same) === b.charAt(same)) same += 1;
  return same;
}

function sameEnd(a: string, b: string): number {
  let same = 0;
  while (same < a.length && same < b.length && a.at(-1 - same) === b.at(-1 - same)) same += 1;
  return same;
}

/** Whether the place begins and ends where the words do: they do so themselves there, or what stands beside them does. */
function hasBothEnds(text: string, words: WordsToFind, place: Span): boolean {
  const [exact, there] = [fold(words.exact), fold(text.slice(place.start, place.end))];
  const { before, after } = sides(text, words, place);
  const enough = (...same: number[]) => Math.max(...same) >= ENOUGH_AROUND;
  return enough(before, sameStart(exact, there)) && enough(after, sameEnd(exact, there));
}

/** Of words that were changed, as many have to be the same. See `similarity`. */
const LEAST_SIMILAR = 0.8;
/** From here on the words are known without what stands around them. */
const SURELY_SIMILAR = 0.9;
/** Another place may not come as near as this. */
const CLEAR_LEAD = 0.15;

function nearlyIn(text: string, view: ReturnType<typeof foldedView>, words: WordsToFind): FoundWords | null {
  const pattern = fold(words.exact);
  if (pattern.length < SELF_EVIDENT || pattern.length > LONGEST_APPROXIMATE / 4) return null;
  const [best, another] = nearest(view.text, pattern, LEAST_SIMILAR);
  if (best === undefined || another !== undefined) return null;
  const rival = best.score - CLEAR_LEAD;
  const rest = [view.text.slice(0, best.start), view.text.slice(best.end)];
  if (rest.some((part) => nearest(part, pattern, rival).length > 0)) return null;
  const place = wholeWords(text, {
    start: view.offsets[best.start] ?? 0,
    end: view.offsets[best.end] ?? text.length,
  });
  if (numbersIn(text.slice(place.start, place.end)) !== numbersIn(words.exact)) return null;
  if (!hasBothEnds(text, words, place)) return null;
  const isSure = best.score >= SURELY_SIMILAR || agreement(text, words, place) >= ENOUGH_AROUND;
  return isSure ? { ...place, isReworded: true } : null;
}

/** Another number is another claim. */
const numbersIn = (words: string) => (words.match(/\p{N}+/gu) ?? []).join(" ");

const LETTER = /[\p{L}\p{M}\p{N}]/u;

/** An approximate place may begin and end within a word. */
function wholeWords(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from > 0 && LETTER.test(text.charAt(from)) && LETTER.test(text.charAt(from - 1))) from -= 1;
  while (to < text.length && LETTER.test(text.charAt(to - 1)) && LETTER.test(text.charAt(to))) to += 1;
  while (from < to && text.charAt(from).trim() === "") from += 1;
  while (from < to && text.charAt(to - 1).trim() === "") to -= 1;
  while (from > 0 && !isBoundary(text, from)) from -= 1;
  while (to < text.length && !isBoundary(text, to)) to += 1;
  return { start: from, end: to };
}
