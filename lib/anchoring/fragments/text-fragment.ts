import { type Span, trimSpan } from "../spans.ts";
import { foldTerm } from "./fragment-fold.ts";
import {
  back,
  type FragmentPage,
  forward,
  fragmentPage,
  isInOneBlock,
  wholeWords,
  wordsAfter,
  wordsBefore,
} from "./fragment-page.ts";
import { findTerms, type Terms } from "./fragment-search.ts";

/** In UTF-16 code units: longer quotations are named by their first and last words. */
const LONGEST_EXACT = 300;
/** Words of each side of such a range, and words of context, tried in turn. */
const SIDES = [3, 5, 8, 13];
const CONTEXTS = [1, 2, 3, 5, 8, 13, 20];

/**
 * The text directive that leads a browser to `span` of an article: `:~:text=[prefix-,]start[,end][,-suffix]`,
 * without `#`. Offsets are UTF-16 code units; a span that begins or ends inside a word is widened to its ends.
 * Null when no directive finds this place and no other.
 *
 * After "URL Fragment Text Directives" (WICG, draft report): terms are whole words within one block, compared
 * without regard to case, accents and kinds of white space.
 */
export function textFragment(text: string, span: Span, blocks: readonly Span[]): string | null {
  const trimmed = trimSpan(text, span);
  if (trimmed === null) return null;
  const page = fragmentPage(text, blocks);
  const place = wholeWords(page, trimmed);
  for (const terms of candidates(page, place)) {
    if (leadsTo(page, terms, place)) return `:~:text=${encodeTerms(page, terms)}`;
  }
  return null;
}

/** Puts a directive behind an address, in place of any directive that it has. A place named by `#` stays. */
export function withTextFragment(url: string, fragment: string | null): string {
  if (fragment === null) return url;
  const [address = ""] = url.split(":~:", 1);
  return `${address}${address.includes("#") ? "" : "#"}${fragment}`;
}

/** A directive's terms as places in the text. */
type Places = { prefix?: Span; start: Span; end?: Span; suffix?: Span };

/** From the shortest directive to the longest. */
function* candidates(page: FragmentPage, place: Span): Generator<Places> {
  const cores = [...coresOf(page, place)];
  yield* cores;
  const longest = cores.at(-1);
  if (longest === undefined) return;
  for (const words of CONTEXTS) {
    const prefix = wordsBefore(page, place.start, words);
    const suffix = wordsAfter(page, place.end, words);
    if (prefix) yield { ...longest, prefix };
    if (suffix) yield { ...longest, suffix };
    if (prefix && suffix) yield { ...longest, prefix, suffix };
  }
}

/** The quotation itself, or ranges from its first words to its last. */
function* coresOf(page: FragmentPage, { start, end }: Span): Generator<Places> {
  const isOneBlock = isInOneBlock(page, { start, end });
  let hasRange = false;
  for (const words of isOneBlock && end - start <= LONGEST_EXACT ? [] : SIDES) {
    const first = { start, end: Math.min(end, forward(page, start, words)) };
    const last = { start: Math.max(start, back(page, end, words)), end };
    if (first.end > last.start) break;
    hasRange = true;
    yield { start: first, end: last };
  }
  // Also a long stretch without words enough for a range.
  if (!hasRange && isOneBlock) yield { start: { start, end } };
}

function leadsTo(page: FragmentPage, places: Places, { start, end }: Span): boolean {
  const terms = foldPlaces(page, places);
  if (terms === null) return false;
  const [only, another] = findTerms(page, terms);
  return another === undefined && only?.start === start && only.end === end;
}

function foldPlaces({ text }: FragmentPage, { prefix, start, end, suffix }: Places): Terms | null {
  const folded = (span: Span | undefined) => (span ? foldTerm(text.slice(span.start, span.end)) : undefined);
  const terms = {
    prefix: folded(prefix),
    start: folded(start) ?? "",
    end: folded(end),
    suffix: folded(suffix),
  };
  return Object.values(terms).includes("") ? null : terms;
}

function encodeTerms({ text }: FragmentPage, { prefix, start, end, suffix }: Places): string {
  const encoded = (span: Span) => encodeTerm(text.slice(span.start, span.end));
  const parts = [
    prefix && `${encoded(prefix)}-`,
    encoded(start),
    end && encoded(end),
    suffix && `-${encoded(suffix)}`,
  ];
  return parts.filter((part) => part !== undefined).join(",");
}

/** White space as one space; the dash has a meaning in directives, so it is written as a code, as `&` and `,` are. */
function encodeTerm(words: string): string {
  const spaced = words.replace(/\s+/g, " ").trim().toWellFormed();
  return encodeURIComponent(spaced).replaceAll("-", "%2D");
}
