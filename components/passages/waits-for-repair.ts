import type { ClaimState } from "#lib/claims/values.ts";

/** Whether somebody has to say where the claim's words stand now. Of a claim that was given up, nobody has to. */
export function waitsForRepair({ state, repairCount }: { state: ClaimState; repairCount: number }): boolean {
  return repairCount > 0 && state !== "dismissed" && state !== "withdrawn";
}
