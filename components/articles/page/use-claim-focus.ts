"use client";

import { useCallback, useEffect, useEffectEvent } from "react";
import { reveal } from "#components/articles/selecting/words-in-text.ts";
import { cardId, type DeskClaim } from "#components/articles/store/desk-claim.ts";
import { wordsId } from "#components/articles/text/marked-words.tsx";
import type { ChangeDesk } from "./desk-state.ts";

/**
 * Going to a claim: its words come into sight and its card gets the focus (without room for cards, the claim's number
 * in the text). Also by the address (`#claim-3`), and to `arrivingId` once its card is there.
 */
export function useClaimFocus({
  claims,
  arrivingId,
  isWide,
  change,
  draw,
}: {
  claims: readonly DeskClaim[];
  arrivingId: string | null;
  isWide: boolean;
  change: ChangeDesk;
  /** Has a claim's words drawn that may be out of sight. */
  draw: (claim: DeskClaim) => void;
}): (claim: DeskClaim) => void {
  const goTo = useCallback(
    (claim: DeskClaim) => {
      change({ activeId: claim.id, arrivingId: null });
      draw(claim);
      arriveAt(claim, isWide);
    },
    [change, draw, isWide],
  );

  const arrive = useEffectEvent((id: string) => {
    const claim = claims.find((candidate) => candidate.id === id);
    if (claim) goTo(claim);
  });
  useEffect(() => {
    // Again with every new list: the card may not be there yet.
    if (arrivingId !== null && claims.length > 0) arrive(arrivingId);
  }, [arrivingId, claims]);

  const followAddress = useEffectEvent(() => {
    const number = /^#(?:claim|words)-(\d+)$/.exec(location.hash)?.[1];
    const claim = claims.find((candidate) => candidate.number === Number(number));
    if (claim) goTo(claim);
  });
  useEffect(() => {
    const onHashChange = () => followAddress();
    // After the first layout, when cards and words are where they stay.
    const first = requestAnimationFrame(onHashChange);
    addEventListener("hashchange", onHashChange);
    return () => {
      cancelAnimationFrame(first);
      removeEventListener("hashchange", onHashChange);
    };
  }, []);

  return goTo;
}

/** Gives the focus to the number before a claim's words, whose card may have it. */
export function goToWords(claim: DeskClaim): void {
  arriveAt(claim, false);
}

/** Frames in which words and card that were out of sight are drawn. */
const PATIENCE = 20;

/** Shows the words, and gives the focus to the card, or to the number before the words where cards have no room. */
function arriveAt(claim: DeskClaim, isWide: boolean, patience = PATIENCE): void {
  const words = document.getElementById(wordsId(claim.number));
  const card = document.getElementById(cardId(claim.number))?.querySelector<HTMLElement>("h3 a");
  const isBeside = isWide && areCardsBeside();
  const place = isBeside || claim.passages.length === 0 ? card : words;
  const isDrawn = place && (words || claim.passages.length === 0);
  if (!isDrawn && patience > 0) {
    requestAnimationFrame(() => arriveAt(claim, isWide, patience - 1));
    return;
  }
  reveal(words);
  (place ?? card ?? words)?.focus({ preventScroll: words !== null });
}

/** Not while they are one list from the first to the last: then a card may be far from its words. */
function areCardsBeside(): boolean {
  return document.querySelector(".claim-list")?.hasAttribute("data-placed") ?? false;
}
