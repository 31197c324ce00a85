import type { ClaimCard } from "#lib/claims/claim-card.ts";
import { fill, type Words } from "#lib/i18n/words.ts";
import { cardId } from "./desk-claim.ts";
import type { MarkedClaim } from "./marked-words.tsx";

/** A claim as the desk marks it in the text of one revision: its number leads to its card. */
export function markedClaim(claim: ClaimCard, revisionId: string, words: Words): MarkedClaim {
  const { number, tone, ratingLabel } = claim;
  const { rated, unrated } = words.articles.claims;
  return {
    id: claim.id,
    number,
    tone,
    name: ratingLabel
      ? fill(rated, { number, rating: ratingLabel })
      : fill(unrated, { number, state: words.common.states[claim.state] }),
    href: `#${cardId(number)}`,
    detailsId: cardId(number),
    passages: claim.passages
      .filter((passage) => passage.revisionId === revisionId)
      .map(({ id, start, end, needsRepair }) => ({ id, start, end, isUnsure: needsRepair })),
  };
}
