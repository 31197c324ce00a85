import { type Actor, may, type Permission } from "#lib/auth/policy.ts";
import { type ClaimFacts, refusal } from "#lib/claims/rules.ts";
import type { Refusal } from "#lib/errors.ts";
import { agreementRefusal } from "#lib/reviews/rules.ts";
import { BULK_ACTS, type BulkAct } from "./values.ts";

const PERMISSION = {
  publish: "claim.publish",
  assign: "claim.assign",
  snooze: "review.take",
  release: "review.take",
} as const satisfies Record<BulkAct, Permission>;

/** What this person may do to several claims at once, whatever the claims. */
export function bulkActsOf(actor: Pick<Actor, "role">): BulkAct[] {
  return BULK_ACTS.filter((act) => may(actor, PERMISSION[act]));
}

/** What a summary needs to know of one claim besides the facts of its life. */
export type BulkFacts = {
  claim: ClaimFacts;
  /** What the opinions of this round say, in the order they were given. */
  answers: readonly string[];
  /** Why the gate, unsettled passages or an embargo keep it from readers; null when nothing does. */
  blocked: Refusal | null;
};

/**
 * Why a claim is left out when several are dealt with at once, or null. Of what is to be published only that goes
 * through on which nobody disagreed and to which nothing is missing: everything else wants to be looked at by itself.
 * Whom an editor may ask depends on who is asked; the command says that.
 */
export function bulkRefusal(
  act: BulkAct,
  { claim, answers, blocked }: BulkFacts,
  actor: Actor,
  now: Date,
): Refusal | null {
  const refused = refusal(act, claim, actor, now);
  if (refused || act !== "publish") return refused;
  return agreementRefusal(answers) ?? blocked;
}
