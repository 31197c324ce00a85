import { fill, plural, type Words } from "#lib/i18n/words.ts";
import type { RepairItem } from "#lib/passages/queries.ts";
import { OUTCOME_ICONS, percentOf } from "./outcome-look.ts";

/** How a passage came through a change: icon and word. */
export function OutcomeChip({ item, words, locale }: { item: RepairItem; words: Words; locale: string }) {
  const Icon = OUTCOME_ICONS[item.outcome];
  return (
    <span className="inline-flex items-center gap-1.5 rounded-full border-[1.5px] border-mixed/60 bg-mixed-tint/60 py-1 ps-1.5 pe-2.5 text-xs leading-none font-semibold text-mixed tabular-nums">
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {labelOf(item, words, locale)}
    </span>
  );
}

function labelOf({ outcome, place, candidates }: RepairItem, words: Words, locale: string): string {
  const { outcomes } = words.passages;
  if (outcome === "reworded" && place) return fill(outcomes.rewordedBy, { percent: percentOf(place.score) });
  return outcome === "ambiguous" ? plural(locale, outcomes.ambiguous, candidates.length) : outcomes[outcome];
}
