import { quoteAt, type Span, trimSpan } from "#lib/anchoring/spans.ts";
import { type Actor, forbidden } from "#lib/auth/policy.ts";
import { type ClaimFacts, refusal } from "#lib/claims/rules.ts";
import { CLAIM_LIMITS, type ClaimState } from "#lib/claims/values.ts";
import { AppError, type Refusal } from "#lib/errors.ts";
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

/**
 * Why `actor` may not attach more words to the claim, or null. Whoever may edit the claim may say which words make
 * it: its author while it is a draft, an editor later, nobody while it is under review.
 */
export function addRefusal(claim: ClaimFacts, actor: Actor, now: Date): Refusal | null {
  const refused = refusal("edit", claim, actor, now);
  if (refused) return refused;
  const limit = CLAIM_LIMITS.passages;
  return claim.passageCount >= limit ? { reason: "too_many_passages", values: { limit } } : null;
}

/**
 * Why `actor` may not choose other words for a passage that they saw at `seen`, or null. What did not follow its
 * article is settled on the repair list, where both texts are in sight.
 */
export function moveRefusal(
  { passage, place, seen, claim }: PassageAtClaim,
  actor: Actor,
  now: Date,
): Refusal | null {
  const refused = refusal("edit", claim, actor, now);
  if (refused) return refused;
  if (needsRepair(passage)) return { reason: "passage_needs_repair" };
  const isSeen = passage.isCurrent && place?.start === seen.start && place.end === seen.end;
  return isSeen ? null : { reason: "already_changed" };
}

/** The same for taking a passage from its claim, which has to keep at least one. */
export function removeRefusal(passage: PassageAtClaim, actor: Actor, now: Date): Refusal | null {
  const refused = moveRefusal(passage, actor, now);
  if (refused) return refused;
  return passage.claim.passageCount <= 1 ? { reason: "last_passage" } : null;
}

type PassageAtClaim = { passage: PassageFacts; place: Span | null; seen: Span; claim: ClaimFacts };

/**
 * Chosen words as a passage keeps them: trimmed to whole characters, with the text's own words there and around.
 * Throws `passage_outside_text` and `passage_too_long`.
 */
export function wordsChosen(text: string, chosen: Span) {
  if (chosen.end - chosen.start > CLAIM_LIMITS.passage) {
    throw new AppError("passage_too_long", { values: { limit: CLAIM_LIMITS.passage } });
  }
  const span = chosen.end <= text.length ? trimSpan(text, chosen) : null;
  if (!span) throw new AppError("passage_outside_text");
  const words = quoteAt(text, span);
  return { startOffset: span.start, endOffset: span.end, ...words, chosenQuote: words.quote };
}
