import { boundaryAfter, boundaryBefore } from "./graphemes.ts";

/** A stretch of a text: UTF-16 code units as in `string.slice`, end exclusive. */
export type Span = { start: number; end: number };

/** What a passage keeps of its place: its words, and the words around them to tell equal ones apart. */
export type QuoteInContext = { quote: string; prefix: string; suffix: string };

/** Code units of context kept on each side: about five words, as the Web Annotation tools keep. */
const CONTEXT_LENGTH = 32;

/** White space, and the zero-width spaces that `\s` leaves out. */
const BLANK = /[\s\u200B\u2060]/;

/**
 * A selection as a passage may keep it: inside the text, snapped outwards so that it splits no grapheme
 * cluster or CR LF, without white space at its ends. Null when nothing is left.
 */
export function trimSpan(text: string, span: Span): Span | null {
  if (!Number.isInteger(span.start) || !Number.isInteger(span.end)) return null;
  let start = Math.max(0, span.start);
  let end = Math.min(text.length, span.end);
  while (start < end && BLANK.test(text.charAt(start))) start += 1;
  while (end > start && BLANK.test(text.charAt(end - 1))) end -= 1;
  // Snapped after trimming: white space that carries an accent belongs to its character.
  return start < end ? { start: boundaryBefore(text, start), end: boundaryAfter(text, end) } : null;
}

/** The words at `span`, with up to 32 code units before and after that split no grapheme at their outer ends. */
export function quoteAt(text: string, { start, end }: Span): QuoteInContext {
  const from = Math.min(start, boundaryAfter(text, Math.max(0, start - CONTEXT_LENGTH)));
  const to = Math.max(end, boundaryBefore(text, Math.min(text.length, end + CONTEXT_LENGTH)));
  return { quote: text.slice(start, end), prefix: text.slice(from, start), suffix: text.slice(end, to) };
}

/** Whether exactly these words stand at exactly this place. */
export function verifyQuote(text: string, { start, end, quote }: Span & { quote: string }): boolean {
  return quote !== "" && end - start === quote.length && start >= 0 && text.startsWith(quote, start);
}

/** UTF-16 offset → Unicode code points before it, the unit of the Web Annotation selectors. */
export function toCodePoints(text: string, offset: number): number {
  const end = Math.min(offset, text.length);
  let count = 0;
  for (let at = 0; at < end; at += widthAt(text, at)) count += 1;
  return splitsPair(text, end) ? count - 1 : count;
}

/** Number of Unicode code points → UTF-16 offset behind them. Past the end it is the end. */
export function fromCodePoints(text: string, count: number): number {
  let at = 0;
  for (let left = count; left > 0 && at < text.length; left -= 1) at += widthAt(text, at);
  return at;
}

function widthAt(text: string, at: number): 1 | 2 {
  return splitsPair(text, at + 1) ? 2 : 1;
}

function splitsPair(text: string, offset: number): boolean {
  return isHighSurrogate(text.charCodeAt(offset - 1)) && isLowSurrogate(text.charCodeAt(offset));
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
