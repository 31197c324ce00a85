import type { DeskClaim } from "#lib/claims/desk-claim.ts";
import { fill, type Words } from "#lib/i18n/words.ts";
import type { PendingClaim } from "./claim-store.ts";
import { cardId } from "./desk-claim.ts";
import type { MarkedClaim } from "./marked-words.tsx";

/**
 * A claim as the desk marks it in the text: its number leads to its card. `hasCard`: whether that is certainly on the
 * page, and not only drawn when somebody comes near.
 */
export function markedClaim(claim: DeskClaim, words: Words, hasCard: boolean): MarkedClaim {
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
    detailsId: hasCard ? cardId(number) : undefined,
    passages: claim.passages.map(({ id, start, end, needsRepair }) => ({
      id,
      start,
      end,
      isUnsure: needsRepair,
    })),
  };
}

/** The words of a claim that is on its way to the server. */
export function markedPending({ key, span }: PendingClaim, words: Words): MarkedClaim {
  const id = `pending:${key}`;
  return {
    id,
    number: 0,
    tone: null,
    name: words.articles.claims.pending,
    href: null,
    passages: [{ id, ...span }],
  };
}
