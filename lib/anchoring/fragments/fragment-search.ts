import type { Span } from "../spans.ts";
import { type FragmentPage, isWordBoundary } from "./fragment-page.ts";

/** The terms of a text directive, folded. */
export type Terms = {
  prefix: string | undefined;
  start: string;
  end: string | undefined;
  suffix: string | undefined;
};

/** One match is what is wanted, two are too many. */
const ENOUGH = 2;

/**
 * The first two places in a page that fit a directive's terms, as offsets in its text. Follows "find a range
 * from a text directive" of the draft: prefix and suffix touch the words but for white space, a term begins and
 * ends at a word's edge except where context touches it, and a range ends at the first end that fits.
 */
export function findTerms(page: FragmentPage, terms: Terms): Span[] {
  const { folded } = page;
  const found: Span[] = [];
  const endFrom = endFinder(page, terms);
  for (let at = folded.indexOf(terms.start); at !== -1; at = folded.indexOf(terms.start, at + 1)) {
    if (!beginsAt(page, terms, at)) continue;
    const end = endFrom(at + terms.start.length);
    if (end !== null) found.push({ start: page.offsets[at] ?? 0, end: page.offsets[end] ?? 0 });
    if (found.length === ENOUGH) break;
  }
  return found;
}

function beginsAt(page: FragmentPage, { prefix, start, end, suffix }: Terms, at: number): boolean {
  if (!isEdge(page, at)) return false;
  if ((end !== undefined || suffix === undefined) && !isBoundary(page, at + start.length)) return false;
  if (prefix === undefined) return isBoundary(page, at);
  const prefixStart = skipBack(page.folded, at) - prefix.length;
  return prefixStart >= 0 && page.folded.startsWith(prefix, prefixStart) && isBoundary(page, prefixStart);
}

/** From the end of `start`, the folded index where a match ends, or null. To be asked in rising order. */
function endFinder(page: FragmentPage, { end, suffix }: Terms): (from: number) => number | null {
  if (end === undefined) return (from) => (hasSuffix(page, suffix, from) ? from : null);
  const { folded } = page;
  // The next end that fits serves every start before it: without this, a text of repetitions takes hours.
  let at = folded.indexOf(end);
  return (from) => {
    for (; at !== -1; at = folded.indexOf(end, at + 1)) {
      const isWhole = suffix !== undefined || isBoundary(page, at + end.length);
      if (at >= from && isBoundary(page, at) && isWhole && hasSuffix(page, suffix, at + end.length)) break;
    }
    return at === -1 ? null : at + end.length;
  };
}

function hasSuffix(page: FragmentPage, suffix: string | undefined, from: number): boolean {
  if (!isEdge(page, from)) return false;
  if (suffix === undefined) return true;
  const at = skipForward(page.folded, from);
  return page.folded.startsWith(suffix, at) && isBoundary(page, at + suffix.length);
}

/** Whether a folded index stands between two characters of the text, not inside what one was taken apart to. */
function isEdge({ offsets }: FragmentPage, index: number): boolean {
  return index === 0 || offsets[index] !== offsets[index - 1];
}

function isBoundary(page: FragmentPage, index: number): boolean {
  return isEdge(page, index) && isWordBoundary(page, page.offsets[index] ?? 0);
}

function skipForward(folded: string, from: number): number {
  let at = from;
  while (folded[at] === " " || folded[at] === "\n") at += 1;
  return at;
}

function skipBack(folded: string, from: number): number {
  let at = from;
  while (folded[at - 1] === " " || folded[at - 1] === "\n") at -= 1;
  return at;
}
