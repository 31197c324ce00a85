import type { Call } from "#components/forms/call.tsx";
import { assignClaimAction, unassignClaimAction } from "#lib/assignments/actions.ts";

/** Keeps a claim again for whom it was kept before (a member's id), or for nobody. Null when that failed. */
export function undoAssignment(
  call: Call,
  { claimId, before }: { claimId: string; before: string | null },
): Promise<unknown> {
  if (before === null) return call(unassignClaimAction, { claimId });
  return call(assignClaimAction, { claimId, memberId: before });
}
