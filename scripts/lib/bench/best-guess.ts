import search from "approx-string-match";
import type { PassageToAnchor } from "#lib/anchoring/reanchoring/reanchor.ts";
import type { Span } from "#lib/anchoring/spans.ts";

/** Most edits of a quote, as Hypothesis allows them: half of its characters, 256 at most. */
const MOST_ERRORS = 256;

/**
 * The peer: finds one quote in a text the way annotators on the web do, and answers with the best guess. Exact
 * occurrences first, otherwise approximate ones; ranked by quote (50), prefix (20), suffix (20) and nearness to
 * where it stood (2), which are the weights of Hypothesis's client. Written anew from that description.
 */
export function bestGuess(text: string, { quote, prefix, suffix, start }: PassageToAnchor): Span | null {
  if (quote === "" || text === "") return null;
  const exact = occurrences(text, quote);
  const found =
    exact.length > 0 ? exact : search(text, quote, Math.min(MOST_ERRORS, Math.floor(quote.length / 2)));
  let best: Span | null = null;
  let highest = -1;
  for (const match of found) {
    const near = start === null ? 1 : 1 - Math.abs(match.start - start) / text.length;
    const score =
      50 * (1 - match.errors / quote.length) +
      20 * likeness(text.slice(Math.max(0, match.start - prefix.length), match.start), prefix) +
      20 * likeness(text.slice(match.end, match.end + suffix.length), suffix) +
      2 * near;
    if (score <= highest) continue;
    highest = score;
    best = { start: match.start, end: match.end };
  }
  return best;
}

function occurrences(text: string, quote: string) {
  const found: { start: number; end: number; errors: number }[] = [];
  for (let start = text.indexOf(quote); start !== -1; start = text.indexOf(quote, start + 1)) {
    found.push({ start, end: start + quote.length, errors: 0 });
  }
  return found;
}

function likeness(text: string, context: string): number {
  if (context === "") return 1;
  if (text === "") return 0;
  return 1 - (search(text, context, context.length)[0]?.errors ?? context.length) / context.length;
}
