import { isBoundary } from "./graphemes.ts";
import { retypedPlaces } from "./retyped.ts";
import type { Span } from "./spans.ts";

/** Words to find, with what stood around them and where they stood (UTF-16 code units), as far as known. */
export type QuoteToFind = {
  exact: string;
  prefix?: string | undefined;
  suffix?: string | undefined;
  start?: number | undefined;
};

/** Where the words are, or why that cannot be said. */
export type Located =
  | { kind: "exact" | "moved"; start: number; end: number }
  | { kind: "ambiguous"; starts: number[] }
  | { kind: "lost" };

/**
 * Finds words in a text. `exact`: at the given place, in the given surroundings as far as the text has them
 * anywhere. `moved`: at one other place. `ambiguous`: at several, of which at most 1,000 are named. White space
 * may differ, and the shape of quotation marks and dashes, as they do when words are pasted: what is stored
 * must be the text's own words at the answer.
 *
 * Never guesses: words found twice with the same surroundings are `ambiguous`, because highlighting the wrong
 * sentence is worse than highlighting none.
 */
export function locate(text: string, quote: QuoteToFind): Located {
  if (quote.exact.trim() === "") return { kind: "lost" };
  const isInContext = contextOf(text, quote);
  const there = spanAt(text, quote);
  if (there !== null && isInContext(there)) return { kind: "exact", ...there };

  const found = everyPlaceOf(text, quote.exact);
  const inContext = found.filter(isInContext);
  if (there !== null && inContext.length === 0) return { kind: "exact", ...there };
  return choose(text, inContext.length > 0 ? inContext : found);
}

/** Where words stand, as written or else as they are retyped: see `locate`. None when there are too many to look through. */
export function placesOf(text: string, words: string): Span[] {
  if (words.trim() === "") return [];
  const found = everyPlaceOf(text, words);
  return found.length > MOST_PLACES ? [] : found.filter((span) => isWhole(text, span));
}

function everyPlaceOf(text: string, words: string): Span[] {
  const asWritten = occurrences(text, words);
  return asWritten.length > 0 ? asWritten : retypedPlaces(text, words);
}

/** Places a person would never look through; checking each of a million would take minutes. */
const MOST_PLACES = 1_000;

function choose(text: string, found: readonly Span[]): Located {
  const candidates =
    found.length > MOST_PLACES ? found.slice(0, MOST_PLACES) : found.filter((span) => isWhole(text, span));
  const [only, another] = candidates;
  if (only === undefined) return { kind: "lost" };
  if (another !== undefined) return { kind: "ambiguous", starts: candidates.map((span) => span.start) };
  return { kind: "moved", ...only };
}

function spanAt(text: string, { exact, start }: QuoteToFind): Span | null {
  if (start === undefined || !Number.isInteger(start) || start < 0) return null;
  if (!text.startsWith(exact, start)) return null;
  const span = { start, end: start + exact.length };
  return isWhole(text, span) ? span : null;
}

/** Tells whether words at a place stand between `prefix` and `suffix`, whatever the white space. */
function contextOf(text: string, { prefix = "", suffix = "" }: QuoteToFind): (span: Span) => boolean {
  const before = singleSpaced(prefix);
  const after = singleSpaced(suffix);
  // Twice the length leaves room for white space that the folded text has not.
  const reachBefore = 2 * prefix.length + 8;
  const reachAfter = 2 * suffix.length + 8;
  return ({ start, end }) =>
    (before === "" || singleSpaced(text.slice(Math.max(0, start - reachBefore), start)).endsWith(before)) &&
    (after === "" || singleSpaced(text.slice(end, end + reachAfter)).startsWith(after));
}

function singleSpaced(words: string): string {
  return words.replace(/\s+/g, " ").trim();
}

/** Overlapping ones too: "anana" stands twice in "bananana". */
function occurrences(text: string, words: string): Span[] {
  const found: Span[] = [];
  for (let start = text.indexOf(words); start !== -1; start = text.indexOf(words, start + 1)) {
    found.push({ start, end: start + words.length });
  }
  return found;
}

/** Words found inside a character ("e" in an "é" of two code points) are not those words. */
function isWhole(text: string, { start, end }: Span): boolean {
  return isBoundary(text, start) && isBoundary(text, end);
}
