import { ArrowUpDown, Copy, Equal, type LucideIcon, PencilLine, SearchX } from "lucide-react";
import type { AnchorOutcome } from "#lib/passages/schema.ts";

/** The sign of each way a passage came through a change. */
export const OUTCOME_ICONS = {
  exact: Equal,
  moved: ArrowUpDown,
  reworded: PencilLine,
  ambiguous: Copy,
  lost: SearchX,
} as const satisfies Record<AnchorOutcome, LucideIcon>;

/** Never 100 for words that are not the same. */
export function percentOf(score: number): number {
  return Math.floor(score * 100);
}
