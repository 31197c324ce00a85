import type { Actor } from "#lib/auth/policy.ts";
import type { ClaimState } from "#lib/claims/values.ts";
import type { Refusal } from "#lib/errors.ts";
import type { ReplyOutcome, ReplyStanding } from "./values.ts";

/** A request for a reply as the rules need it. */
export type AskedFacts = { outcome: ReplyOutcome; deadlineAt: Date | null };

/** How a request stands at `now`. */
export function standingOf({ outcome, deadlineAt }: AskedFacts, now: Date): ReplyStanding {
  if (outcome !== "awaiting") return outcome;
  return deadlineAt !== null && deadlineAt <= now ? "overdue" : "waits";
}

/**
 * Why this member may not take a request out of the log, or null. Only whoever wrote it down, and only while readers
 * were never told of it: what was published stays on record. Asked after `edit_evidence` of the claim's rules.
 */
export function removalRefusal(
  { createdById, claimState }: { createdById: string; claimState: ClaimState },
  actor: Pick<Actor, "id">,
): Refusal | null {
  if (createdById !== actor.id) return { reason: "reply_not_yours" };
  return claimState === "published" || claimState === "withdrawn" ? { reason: "reply_published" } : null;
}
