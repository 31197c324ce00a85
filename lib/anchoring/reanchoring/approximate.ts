import search from "approx-string-match";
import { fold } from "../diff/fold.ts";
import { foldedView } from "../diff/folded-view.ts";
import type { Span } from "../spans.ts";

/** A place that reads nearly like the words looked for. `score`: see `similarity`, on folded text. */
export type Approximate = Span & { score: number };

/** Code units; the search takes time in the product of both lengths. No claim is that long. */
export const LONGEST_APPROXIMATE = 4_000;

/**
 * The stretches of `text` inside `window` most like `quote` in the folded view, several when equally good, none
 * below `lowest`. Offsets are UTF-16 code units of `text`; they may split words.
 */
export function approximate(text: string, window: Span, quote: string, lowest: number): Approximate[] {
  const pattern = fold(quote);
  if (pattern === "" || pattern.length > LONGEST_APPROXIMATE) return [];
  const view = foldedView(text.slice(window.start, window.end));
  const offset = (folded: number) => window.start + (view.offsets[folded] ?? 0);
  return matches(view.text, pattern, lowest)
    .map(({ start, end, score }) => ({ start: offset(start), end: offset(end), score }))
    .filter(({ start, end }) => start < end);
}

/** The same on folded text and a folded pattern: places apart from one another, all as good. */
export function nearest(folded: string, pattern: string, lowest: number): Approximate[] {
  const apart: Approximate[] = [];
  for (const match of matches(folded, pattern, lowest)) {
    if (!apart.some(({ start, end }) => match.start < end && start < match.end)) apart.push(match);
  }
  return apart;
}

function matches(folded: string, pattern: string, lowest: number): Approximate[] {
  const mostErrors = Math.floor(pattern.length * (1 - lowest));
  return search(folded, pattern, mostErrors)
    .map(({ start, end, errors }) => ({
      start,
      end,
      score: 1 - errors / Math.max(pattern.length, end - start),
    }))
    .filter(({ start, end, score }) => start < end && score >= lowest);
}
