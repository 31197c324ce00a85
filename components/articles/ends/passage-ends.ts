import { type CaretText, moveCaret } from "#lib/anchoring/caret.ts";
import { type Span, trimSpan } from "#lib/anchoring/spans.ts";
import { adjustWords } from "./adjust-words.ts";

export type Edge = "start" | "end";

/**
 * Words with one end put at `at`, as a passage may keep them. An end never passes the other: null when nothing would
 * be left.
 */
export function withEnd(text: string, span: Span, { edge, at }: { edge: Edge; at: number }): Span | null {
  const moved = { ...span, [edge]: at };
  return moved.start < moved.end ? trimSpan(text, moved) : null;
}

/**
 * Words with one end a step on. White space at an end is never kept, so a step goes on over it until there are other
 * words: from the end of a word the next character is the next word's first. Null where there is no step.
 */
export function withStep(
  text: CaretText,
  span: Span,
  { edge, by, toward }: { edge: Edge; by: "character" | "word" | "sentence"; toward: "earlier" | "later" },
): Span | null {
  const word = by === "word" ? adjustWords(text, span, { edge, by: toward }) : null;
  if (word) return trimSpan(text.text, word);
  const anchor = edge === "start" ? span.end : span.start;
  let head = span[edge];
  for (;;) {
    const next = moveCaret(text, { anchor, head }, { by, toward }, true).head;
    const moved = next === head ? null : withEnd(text.text, span, { edge, at: next });
    if (moved === null) return null;
    if (moved.start !== span.start || moved.end !== span.end) return moved;
    head = next;
  }
}
