import type { DeskClaim } from "#components/articles/store/desk-claim.ts";
import { outermostFirst } from "#lib/anchoring/blocks.ts";

/**
 * The claims whose words a caret at `at` stands before or among, outermost first: what it stands before counts, as
 * what is read out after a step does.
 */
export function claimsOver(claims: readonly DeskClaim[], at: number): DeskClaim[] {
  const over = claims.flatMap((claim) => {
    const passage = claim.passages.find(({ start, end }) => start <= at && at < end);
    return passage ? [{ claim, passage }] : [];
  });
  return over.sort((a, b) => outermostFirst(a.passage, b.passage)).map(({ claim }) => claim);
}
