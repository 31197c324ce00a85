import type { WordsInContext } from "#lib/anchoring/sentences.ts";

/** Of the words around a passage: enough to be theirs alone, few enough to have stayed. UTF-16 code units. */
const LONGEST = 40;
const SHORTEST = 12;

/**
 * Where to begin looking for words that are gone: the offset in `text` of what stood before or after them; 0 when that
 * is gone too.
 */
export function nearWords(text: string, context: WordsInContext | null): number {
  if (context === null) return 0;
  const before = context.text.slice(0, context.start).trimEnd().slice(-LONGEST);
  const after = context.text.slice(context.end).trimStart().slice(0, LONGEST);
  const places = [before, after]
    .filter(({ length }) => length >= SHORTEST)
    .map((words) => text.indexOf(words));
  return places.find((place) => place !== -1) ?? 0;
}
