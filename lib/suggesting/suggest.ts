import type { Block } from "#lib/anchoring/blocks.ts";
import { listSentences } from "#lib/anchoring/sentences.ts";
import type { Span } from "#lib/anchoring/spans.ts";
import type { Reason } from "./features.ts";
import { BAR, scoreSentence } from "./score.ts";

/** A sentence worth checking. Offsets are UTF-16 code units, end exclusive; `reasons` is never empty. */
export type Suggestion = Span & { score: number; reasons: Reason[] };

type Text = { text: string; blocks: readonly Block[]; language: string };

/** Headings repeat what stands below them; code says nothing. */
const SILENT: ReadonlySet<Block["type"]> = new Set(["heading", "preformatted"]);

/** The sentences of an article that look like something to check, in reading order. */
export function suggestClaims({ text, blocks, language }: Text): Suggestion[] {
  const spoken = blocks.filter(({ type }) => !SILENT.has(type));
  return listSentences(text, spoken, language).flatMap((span) => {
    const { score, reasons } = scoreSentence(text.slice(span.start, span.end), language);
    return score >= BAR && reasons.length > 0 ? [{ ...span, score, reasons }] : [];
  });
}

/** The most promising first; of equals the earlier. */
export function ranked(suggestions: readonly Suggestion[]): Suggestion[] {
  return suggestions.toSorted((a, b) => b.score - a.score || a.start - b.start);
}

/** Without those that a claim stands on already, in whole or in part, and those that were waved away. */
export function openSuggestions(
  suggestions: readonly Suggestion[],
  { claimed, isWavedAway }: { claimed: readonly Span[]; isWavedAway: (suggestion: Suggestion) => boolean },
): Suggestion[] {
  const taken = claimed.toSorted((a, b) => a.start - b.start);
  return suggestions.filter((each) => !overlapsAny(each, taken) && !isWavedAway(each));
}

function overlapsAny({ start, end }: Span, spans: readonly Span[]): boolean {
  return spans.some((span) => span.start < end && span.end > start);
}
