import { rangeOfSpan } from "#lib/anchoring/selection.ts";
import type { Span } from "#lib/anchoring/spans.ts";

/** Puts a bar under the last line of the words, inside the text's width and the window. */
export function placeBeside(bar: HTMLElement | null, text: HTMLElement | null, span: Span): void {
  const range = text && rangeOfSpan(text, span);
  const line = range && [...range.getClientRects()].at(-1);
  if (!bar || !text || !line) return;
  const place = text.getBoundingClientRect();
  const top = Math.min(Math.max(line.bottom, LEAST_TOP), innerHeight - bar.offsetHeight - 2 * SPACE) + SPACE;
  const middle = (line.left + line.right - bar.offsetWidth) / 2;
  const left = Math.max(place.left, Math.min(middle, place.right - bar.offsetWidth));
  bar.style.setProperty("--top", `${Math.round(top - place.top)}px`);
  bar.style.setProperty("--left", `${Math.round(left - place.left)}px`);
}

/** Pixels between words and toolbar, and what the bar on top of the window may cover. */
const SPACE = 8;
const LEAST_TOP = 112;
