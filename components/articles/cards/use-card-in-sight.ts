"use client";

import { useEffect } from "react";
import { rectOfWords, revealBeside } from "#components/articles/selecting/words-in-text.ts";
import { cardId, type DeskClaim } from "#components/articles/store/desk-claim.ts";

/** Has the whole card of the claim in sight that one went to, beside its words. Undefined: none, or not yet. */
export function useCardInSight(claim: DeskClaim | undefined): void {
  const number = claim?.number;
  useEffect(() => {
    const card = number === undefined ? null : document.getElementById(cardId(number));
    const bottom = card && bottomAtRest(card);
    if (number === undefined || bottom === null) return;
    revealBeside(rectOfWords(number), { bottom });
  }, [number]);
}

/** Where a card ends in the window once it has glided to its place; null where cards do not stand beside words. */
function bottomAtRest(card: HTMLElement): number | null {
  const list = card.parentElement;
  if (list === null || !list.hasAttribute("data-placed")) return null;
  const depth = Number.parseFloat(card.style.translate.split(" ")[1] ?? "0");
  return list.getBoundingClientRect().top + depth + card.offsetHeight;
}
