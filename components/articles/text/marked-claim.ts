import type { PendingClaim } from "#components/articles/store/claim-store.ts";
import { cardId } from "#components/articles/store/desk-claim.ts";
import type { DeskClaim } from "#lib/claims/desk-claim.ts";
import { fill, type Words } from "#lib/i18n/words.ts";
import type { MarkedClaim } from "./marked-words.tsx";

/**
 * A claim as the desk marks it in the text: its number leads to its card. `hasCard`: whether that is certainly on the
 * page, and not only drawn when somebody comes near.
 */
export function markedClaim(claim: DeskClaim, words: Words, hasCard: boolean): MarkedClaim {
  const { number, tone } = claim;
  return {
    id: claim.id,
    number,
    tone,
    name: nameOf(claim, words),
    isWithdrawn: claim.state === "withdrawn",
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

function nameOf({ number, state, ratingLabel }: DeskClaim, words: Words): string {
  const { rated, unrated, withdrawn } = words.articles.claims;
  if (ratingLabel === null) return fill(unrated, { number, state: words.common.states[state] });
  return fill(state === "withdrawn" ? withdrawn : rated, { number, rating: ratingLabel });
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
