"use client";

import { type RefObject, useCallback, useEffect, useEffectEvent } from "react";
import { cardId, type DeskClaim } from "./desk-claim.ts";
import type { ChangeDesk } from "./desk-state.ts";
import { wordsId } from "./marked-words.tsx";
import { marksOf, reveal } from "./words-in-text.ts";

/**
 * Going to a claim: its words come into sight and its card gets the focus (without room for cards, the claim's number
 * in the text). Also by the address (`#claim-3`), and to `arrivingId` once its card is there. Marks the active
 * claim's words without drawing the text again.
 */
export function useClaimFocus({
  text,
  claims,
  activeId,
  arrivingId,
  isWide,
  change,
}: {
  text: RefObject<HTMLElement | null>;
  claims: readonly DeskClaim[];
  activeId: string | null;
  arrivingId: string | null;
  isWide: boolean;
  change: ChangeDesk;
}): (claim: DeskClaim) => void {
  const goTo = useCallback(
    (claim: DeskClaim) => {
      change({ activeId: claim.id, arrivingId: null });
      const words = document.getElementById(wordsId(claim.number));
      const card = document.getElementById(cardId(claim.number));
      reveal(words);
      const place = isWide || !words ? card : words;
      place?.querySelector<HTMLElement>("a[href]")?.focus({ preventScroll: words !== null });
    },
    [change, isWide],
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
    const number = /^#claim-(\d+)$/.exec(location.hash)?.[1];
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

  // biome-ignore lint/correctness/useExhaustiveDependencies: new claims bring new marks
  useEffect(() => {
    if (activeId === null || text.current === null) return;
    const marks = marksOf(text.current, activeId);
    for (const mark of marks) mark.setAttribute("data-active", "");
    return () => {
      for (const mark of marks) mark.removeAttribute("data-active");
    };
  }, [text, activeId, claims]);

  return goTo;
}
