import type { DeskClaim } from "#components/articles/store/desk-claim.ts";
import type { Call } from "#components/forms/call.tsx";
import { editCardAction } from "#lib/claims/actions.ts";

/** Whether a saved claim differs from what it was in nothing but what the form says, so that saying it again undoes it. */
export function canUndoEdit(before: DeskClaim, saved: DeskClaim): boolean {
  return before.state === saved.state && before.sourceCount === saved.sourceCount;
}

/** Saves what a claim said before; null when it was changed again meanwhile. */
export function undoEdit(call: Call, before: DeskClaim, saved: DeskClaim) {
  const { statement, claimantName, claimantKind, saidOn, saidWhere, topics } = before;
  return call(editCardAction, {
    claimId: saved.id,
    version: saved.version,
    statement,
    claimantName,
    saidOn,
    saidWhere,
    topics: topics.join(", "),
    ...(claimantKind && { claimantKind }),
  });
}
