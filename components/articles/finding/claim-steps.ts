import type { DeskClaim } from "#components/articles/store/desk-claim.ts";
import { isUnresolved } from "./claim-filter.ts";

export type StepBy = 1 | -1;
type Stepped = Pick<DeskClaim, "id" | "state" | "tone">;

/**
 * The claim after or before the active one in `claims`, without one the first or the last. `onlyUnresolved` passes
 * over those that have a verdict or need none. Undefined where there is none further on.
 */
export function stepFrom<Claim extends Stepped>(
  claims: readonly Claim[],
  { activeId, by, onlyUnresolved }: { activeId: string | null; by: StepBy; onlyUnresolved: boolean },
): Claim | undefined {
  const at = claims.findIndex(({ id }) => id === activeId);
  const [first, last] = by === 1 ? [at + 1, claims.length] : [0, at === -1 ? claims.length : at];
  const ahead = claims.slice(first, last);
  const isWanted = (claim: Claim) => !onlyUnresolved || isUnresolved(claim);
  return by === 1 ? ahead.find(isWanted) : ahead.findLast(isWanted);
}
