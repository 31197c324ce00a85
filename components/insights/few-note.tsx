import { TriangleAlert } from "lucide-react";
import { fill, type Words } from "#lib/i18n/words.ts";
import { areFew, FEW } from "#lib/insights/rules.ts";

/** A mark on a figure that rests on few; what it means stands once below (`FewNote`). */
export function FewMark({ count, words }: { count: number; words: Words }) {
  if (!areFew(count)) return null;
  return (
    <span className="inline-flex text-mixed">
      <TriangleAlert aria-hidden className="size-3.5" />
      <span className="sr-only">({words.insights.few})</span>
    </span>
  );
}

/** What the mark means, where any of the figures has it. */
export function FewNote({ counts, words }: { counts: readonly number[]; words: Words }) {
  if (!counts.some(areFew)) return null;
  return (
    <p className="mt-4 flex items-start gap-1.5 text-sm text-mixed">
      <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
      {fill(words.insights.fewNote, { count: FEW })}
    </p>
  );
}
