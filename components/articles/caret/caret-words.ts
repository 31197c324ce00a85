import { type Caret, type CaretText, type CaretUnit, unitAt } from "#lib/anchoring/caret.ts";
import type { Span } from "#lib/anchoring/spans.ts";
import { fill, type Words } from "#lib/i18n/words.ts";

type Texts = Words["articles"]["caret"];
type Unit = Exclude<CaretUnit, "text">;

/**
 * What is read out after a step: what stands at the caret now, as much of it as the step was large, or what the step
 * chose or let go of. As a text field reads its own, so that nobody has to learn it.
 */
export function wordsAfterStep(
  text: CaretText,
  { before, after, by }: { before: Caret; after: Caret; by: Unit | Span },
  texts: Texts,
): string {
  if (before.head === after.head && before.anchor === after.anchor) return texts.noFurther;
  if (after.anchor === after.head) return wordsAt(text, after.head, by, texts);
  const passed = { start: Math.min(before.head, after.head), end: Math.max(before.head, after.head) };
  const grows = Math.abs(after.head - after.anchor) > Math.abs(before.head - before.anchor);
  return fill(grows ? texts.chosen : texts.letGo, { words: spoken(text, passed, texts) });
}

/** What a caret stands at: the rest of the word, sentence or block, or the given line. */
export function wordsAt(text: CaretText, at: number, by: Unit | Span, texts: Texts): string {
  if (typeof by === "object") return spoken(text, by, texts);
  const unit = unitAt(text, at, by);
  return unit ? spoken(text, { start: Math.max(unit.start, at), end: unit.end }, texts) : texts.blockEnd;
}

function spoken({ text }: CaretText, { start, end }: Span, texts: Texts): string {
  return text.slice(start, end).replace(/\s+/gu, " ").trim() || texts.space;
}
