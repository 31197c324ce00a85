"use client";

import type { Call } from "#components/forms/call.tsx";
import { restoreClaimAction } from "#lib/claims/actions.ts";
import type { DeskClaim } from "#lib/claims/desk-claim.ts";

/** Brings back a draft that was just deleted; `onRestored` hears what it is now. Null when it stays deleted. */
export async function restoreClaim(
  call: Call,
  claimId: string,
  onRestored: (claim: DeskClaim) => void,
): Promise<DeskClaim | null> {
  const done = await call(restoreClaimAction, { claimId });
  if (done === null) return null;
  onRestored(done.result);
  return done.result;
}
