import { type LucideIcon, Plus } from "lucide-react";
import { OUTCOME_ICONS, percentOf } from "#components/passages/outcome-look.ts";
import { fill, type Words } from "#lib/i18n/words.ts";
import { needsRepair } from "#lib/passages/rules.ts";
import { type ComparedOutcome, type ComparedPassage, RANKS } from "./compared-passages.ts";

const ICONS = { ...OUTCOME_ICONS, new: Plus } as const satisfies Record<ComparedOutcome, LucideIcon>;

/** The look of each: what a person must see to is in colour. */
const TONES = {
  exact: "pending",
  moved: "pending",
  reworded: "mixed",
  ambiguous: "mixed",
  lost: "false",
  new: "true",
} as const satisfies Record<ComparedOutcome, string>;

/** A word on how passages came through, with its icon. */
export function OutcomeChip({ outcome, label }: { outcome: ComparedOutcome; label: string }) {
  const Icon = ICONS[outcome];
  return (
    <span
      data-tone={TONES[outcome]}
      className="inline-flex items-center gap-1.5 rounded-sm border border-tone/45 bg-(--tone-tint) px-1.5 py-0.5 text-xs font-medium text-tone tabular-nums"
    >
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {label}
    </span>
  );
}

/** How many passages came through which way: "exact 4", "lost 1". Nothing where there are none. */
export function OutcomeCounts({
  counts,
  words,
}: {
  counts: Partial<Record<ComparedOutcome, number>>;
  words: Words;
}) {
  const { count, outcomes, outcomeHints, list } = words.revisions;
  const present = RANKS.toReversed().filter((outcome) => (counts[outcome] ?? 0) > 0);
  if (present.length === 0) return null;
  return (
    <ul aria-label={list.outcomes} className="flex flex-wrap gap-1.5">
      {present.map((outcome) => (
        <li key={outcome} title={outcomeHints[outcome]}>
          <OutcomeChip
            outcome={outcome}
            label={fill(count, { outcome: outcomes[outcome], count: counts[outcome] ?? 0 })}
          />
        </li>
      ))}
    </ul>
  );
}

/** "reworded 82 %", and what a person said of it. */
export function outcomeWords(
  { outcome, score, repair }: Pick<ComparedPassage, "outcome" | "score" | "repair">,
  { revisions }: Words,
): string {
  const word =
    outcome === "reworded"
      ? fill(revisions.claims.reworded, { percent: percentOf(score) })
      : revisions.outcomes[outcome];
  return repair === null || outcome === "new" ? word : `${word}, ${revisions.repairs[repair]}`;
}

/** Whether a person still has to say where it stands. */
export function isOpen({ outcome, repair }: Pick<ComparedPassage, "outcome" | "repair">): boolean {
  return outcome !== "new" && needsRepair({ outcome, repair, isCurrent: true });
}
