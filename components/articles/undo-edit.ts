import { editCardAction } from "#lib/claims/actions.ts";
import type { DeskClaim } from "./desk-claim.ts";
import { formOf } from "./form-of.ts";

/** Whether a saved claim differs from what it was in nothing but what the form says, so that saying it again undoes it. */
export function canUndoEdit(before: DeskClaim, saved: DeskClaim): boolean {
  return before.state === saved.state && before.sourceCount === saved.sourceCount;
}

/** Saves what a claim said before. Refused when it was changed again meanwhile. */
export function undoEdit(before: DeskClaim, saved: DeskClaim): ReturnType<typeof editCardAction> {
  const { statement, claimantName, claimantKind, saidOn, saidWhere, topics } = before;
  const form = formOf({
    claimId: saved.id,
    version: saved.version,
    statement,
    claimantName: claimantName ?? "",
    saidOn: saidOn ?? "",
    saidWhere: saidWhere ?? "",
    topics: topics.join(", "),
    ...(claimantKind && { claimantKind }),
  });
  return editCardAction({ status: "idle" }, form);
}
