import type { Block } from "#lib/anchoring/blocks.ts";
import { listWords } from "#lib/anchoring/sentences.ts";
import type { Span } from "#lib/anchoring/spans.ts";

/** Which end of chosen words moves, and which way along the text. */
export type Adjustment = { edge: "start" | "end"; by: "earlier" | "later" };

/**
 * Chosen words with one end moved by a word, inside the blocks they touch; null when there is no word to move
 * to or nothing would be left. Punctuation at the edge of a block counts as a step of its own.
 */
export function adjustWords(
  { text, blocks, language }: { text: string; blocks: readonly Block[]; language: string },
  span: Span,
  { edge, by }: Adjustment,
): Span | null {
  const touched = blocks.filter((block) => block.start < span.end && block.end > span.start);
  const [first] = touched;
  const last = touched.at(-1);
  if (first === undefined || last === undefined) return null;
  const words = touched.flatMap((block) => listWords(text, block, language));
  const edges = [first.start, ...words.map((word) => word[edge]), last.end];
  const moved =
    by === "later"
      ? edges.find((offset) => offset > span[edge])
      : edges.findLast((offset) => offset < span[edge]);
  if (moved === undefined) return null;
  const adjusted = { ...span, [edge]: moved };
  return adjusted.start < adjusted.end ? adjusted : null;
}
