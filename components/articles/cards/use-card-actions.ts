"use client";

import { useCallback, useMemo } from "react";
import type { ChangeDesk } from "#components/articles/page/desk-state.ts";
import { goToWords } from "#components/articles/page/use-claim-focus.ts";
import { reveal } from "#components/articles/selecting/words-in-text.ts";
import type { ClaimStore } from "#components/articles/store/claim-store.ts";
import type { DeskClaim } from "#components/articles/store/desk-claim.ts";
import { wordsId } from "#components/articles/text/marked-words.tsx";
import type { CardActions } from "./claim-card.tsx";

/** What a card can be asked for. The same for as long as the layout is: cards need not be drawn again because a claim was added. */
export function useCardActions({
  store,
  isWide,
  change,
  draw,
}: {
  store: ClaimStore;
  isWide: boolean;
  change: ChangeDesk;
  draw: (claim: DeskClaim) => void;
}): CardActions {
  const activate = useCallback(
    (claimId: string, isBeside: boolean) => {
      change({ activeId: claimId });
      const claim = store.list().find(({ id }) => id === claimId);
      if (isWide && isBeside && claim) reveal(document.getElementById(wordsId(claim.number)));
    },
    [store, isWide, change],
  );
  const toWords = useCallback(
    (claimId: string) => {
      const claim = store.list().find(({ id }) => id === claimId);
      if (claim === undefined) return;
      draw(claim);
      goToWords(claim);
    },
    [store, draw],
  );
  return useMemo(
    () => ({
      activate,
      toWords: isWide ? toWords : null,
      edit: (claimId) => change({ writing: { kind: "edit", claimId } }),
      remove: (claimId) => change({ deletingId: claimId, choice: null }),
    }),
    [activate, toWords, isWide, change],
  );
}
