import { type Actor, forbidden } from "#lib/auth/policy.ts";
import { CLAIM_STATES, type ClaimState } from "#lib/claims/schema.ts";
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

/** Whether its place may be shown as the claim's: found by itself, or said by a person. */
export function isSettled({ outcome, repair }: Omit<PassageFacts, "isCurrent">): boolean {
  return repair === null ? !isUnsure(outcome) : repair !== "detached";
}

/** States whose claims readers see, or saw: their repair is an editor's, because a verdict hangs on the words. */
export const EDITORS_STATES = CLAIM_STATES.filter(isEditors);

function isEditors(state: ClaimState): boolean {
  return state === "published" || state === "withdrawn";
}

/**
 * Why `actor` may not say where a passage stands, or null. Only in the newest text, and only of what did not
 * follow by itself; what was said may be said anew.
 */
export function repairRefusal(
  passage: PassageFacts,
  claim: { state: ClaimState },
  actor: Pick<Actor, "role">,
): Refusal | null {
  if (!passage.isCurrent) return { reason: "already_changed" };
  if (!isUnsure(passage.outcome)) return { reason: "passage_repaired" };
  return forbidden(actor, isEditors(claim.state) ? "claim.correct" : "claim.edit");
}
