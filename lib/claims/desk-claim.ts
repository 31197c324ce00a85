import type { Actor } from "#lib/auth/policy.ts";
import type { ClaimCard } from "./claim-card.ts";
import { type ClaimFacts, refusal } from "./rules.ts";

/** A claim beside an article's text, with what this member may do to it. */
export type DeskClaim = ClaimCard & { canEdit: boolean; canDelete: boolean };

export function toDeskClaim(card: ClaimCard, { actor, now }: { actor: Actor; now: Date }): DeskClaim {
  const facts: ClaimFacts = {
    ...card,
    evidenceCount: card.sourceCount,
    passageCount: card.passages.length,
    wasSubmitted: card.submittedAt !== null,
    formerAuthorIds: [],
    reviewerIds: [],
    stage: null,
    assignment: null,
  };
  return {
    ...card,
    canEdit: refusal("edit", facts, actor, now) === null,
    canDelete: refusal("delete", facts, actor, now) === null,
  };
}
