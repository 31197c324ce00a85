import type { Span } from "#lib/anchoring/spans.ts";
import { type Actor, forbidden } from "#lib/auth/policy.ts";
import type { ClaimState } from "#lib/claims/schema.ts";
import type { Refusal } from "#lib/errors.ts";
import { ANCHOR_OUTCOMES, type AnchorOutcome, type Repair } from "./schema.ts";

/** What is known of a passage in the newest text. */
export type PassageFacts = { outcome: AnchorOutcome; repair: Repair | null; isCurrent: boolean };

/** Outcomes a person has to look at. */
export const UNSURE = ANCHOR_OUTCOMES.filter(isUnsure);

function isUnsure(outcome: AnchorOutcome): boolean {
  return outcome === "reworded" || outcome === "ambiguous" || outcome === "lost";
}

/** Whether a person still has to say where the words stand. */
export function needsRepair({ outcome, repair, isCurrent }: PassageFacts): boolean {
  return isCurrent && repair === null && isUnsure(outcome);
}

/** Where a stored passage stands; null where it has no place. */
export function placeOf({
  startOffset: start,
  endOffset: end,
}: {
  startOffset: number | null;
  endOffset: number | null;
}): Span | null {
  return start === null || end === null ? null : { start, end };
}

/** Whether its place may be shown as the claim's: found by itself, or said by a person. */
export function isSettled({ outcome, repair }: Omit<PassageFacts, "isCurrent">): boolean {
  return repair === null ? !isUnsure(outcome) : repair !== "detached";
}

/**
 * Why `actor` may not say where a passage stands, or null. Only in the newest text, and only of what did not
 * follow by itself; what was said may be said anew. A draft is its author's or an editor's; once others judge the
 * claim, its words are an editor's, because opinions and verdicts hang on them.
 */
export function repairRefusal(
  passage: PassageFacts,
  claim: { state: ClaimState; authorId: string },
  actor: Pick<Actor, "id" | "role">,
): Refusal | null {
  if (!passage.isCurrent) return { reason: "already_changed" };
  if (!isUnsure(passage.outcome)) return { reason: "passage_repaired" };
  const isEditors = forbidden(actor, "claim.correct");
  if (claim.state !== "draft" || isEditors === null) return isEditors;
  return claim.authorId === actor.id ? forbidden(actor, "claim.edit") : { reason: "not_yours" };
}
