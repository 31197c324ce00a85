import { blockElement, placeInWindow } from "#components/articles/caret/caret-place.ts";
import type { CaretText } from "#lib/anchoring/caret.ts";
import type { CaretPlace } from "#lib/anchoring/caret-lines.ts";
import { boundaryBefore } from "#lib/anchoring/graphemes.ts";
import { rangeOfSpan } from "#lib/anchoring/selection.ts";
import type { Span } from "#lib/anchoring/spans.ts";
import type { Edge } from "./passage-ends.ts";

/**
 * Where in the window words begin or end; null when they are not drawn. Unlike a caret's place an end is on the line of
 * the words' last character, also where the line breaks after it.
 */
export function placeOfEdge(root: HTMLElement, text: CaretText, span: Span, edge: Edge): CaretPlace | null {
  if (edge === "start") return placeInWindow(root, text, span.start);
  const last = { start: boundaryBefore(text.text, span.end - 1), end: span.end };
  const element = blockElement(root, text, last.start);
  const range = element && rangeOfSpan(element, last);
  const around = range && [...range.getClientRects()].at(-1);
  if (!element || !around) return null;
  const { left, right, top, bottom } = around;
  range.collapse(false);
  const exact = range.getClientRects()[0];
  const isSameLine = exact !== undefined && exact.height > 0 && exact.top < bottom && exact.bottom > top;
  const x = getComputedStyle(element).direction === "rtl" ? left : right;
  return { x: isSameLine ? exact.left : x, top, bottom };
}
