import { Copy, type LucideIcon, PencilLine, SearchX } from "lucide-react";
import { fill, plural, type Words } from "#lib/i18n/words.ts";
import type { RepairItem } from "#lib/passages/queries.ts";
import type { AnchorOutcome } from "#lib/passages/schema.ts";

const ICONS: Partial<Record<AnchorOutcome, LucideIcon>> = {
  reworded: PencilLine,
  ambiguous: Copy,
  lost: SearchX,
};

/** How a passage came through a change: icon and word. */
export function OutcomeChip({ item, words, locale }: { item: RepairItem; words: Words; locale: string }) {
  const Icon = ICONS[item.outcome];
  return (
    <span className="inline-flex items-center gap-1.5 rounded-full border-[1.5px] border-mixed/60 bg-mixed-tint/60 py-1 ps-1.5 pe-2.5 text-xs leading-none font-semibold text-mixed tabular-nums">
      {Icon && <Icon aria-hidden className="size-3.5 shrink-0" />}
      {labelOf(item, words, locale)}
    </span>
  );
}

function labelOf({ outcome, place, candidates }: RepairItem, words: Words, locale: string): string {
  const { outcomes } = words.passages;
  if (outcome === "reworded" && place) return fill(outcomes.rewordedBy, { percent: percentOf(place.score) });
  return outcome === "ambiguous" ? plural(locale, outcomes.ambiguous, candidates.length) : outcomes[outcome];
}

/** Never 100 for words that are not the same. */
export function percentOf(score: number): number {
  return Math.floor(score * 100);
}
