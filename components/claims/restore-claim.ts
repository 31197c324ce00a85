"use client";

import type { ActionState } from "#lib/action.ts";
import { restoreClaimAction } from "#lib/claims/actions.ts";
import type { DeskClaim } from "#lib/claims/desk-claim.ts";

/** Brings back a draft that was just deleted; `onRestored` hears what it is now. */
export async function restoreClaim(
  claimId: string,
  onRestored: (claim: DeskClaim) => void,
): Promise<ActionState> {
  const form = new FormData();
  form.set("claimId", claimId);
  const answer = await restoreClaimAction({ status: "idle" }, form);
  if (answer.status === "done") onRestored(answer.result);
  return answer;
}
