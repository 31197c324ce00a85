import { BLANK, entryOf, isSurelyEdge, kindOf, UNSEEN } from "../diff/code-units.ts";
import { type Span, trimSpan } from "../spans.ts";

/**
 * `trimSpan`, without a second look at what plainly needs none: a place given by words splits no character and has
 * no white space at its ends, mostly.
 */
export function alignedSpan(text: string, { start, end }: Span): Span | null {
  const isSure =
    start < end &&
    (start === 0 || isSurelyEdge(text.charCodeAt(start - 1), text.charCodeAt(start))) &&
    (end === text.length || isSurelyEdge(text.charCodeAt(end - 1), text.charCodeAt(end)));
  return isSure && !isBlank(text, start) && !isBlank(text, end - 1)
    ? { start, end }
    : trimSpan(text, { start, end });
}

function isBlank(text: string, offset: number): boolean {
  const kind = kindOf(entryOf(text.charCodeAt(offset)));
  return kind === BLANK || kind === UNSEEN;
}
