"use client";

import { useCallback, useReducer, useRef } from "react";
import { useCardActions } from "#components/articles/cards/use-card-actions.ts";
import { useCardInSight } from "#components/articles/cards/use-card-in-sight.ts";
import { offsetAt } from "#components/articles/caret/caret-place.ts";
import { useCaretMode } from "#components/articles/caret/use-caret-mode.ts";
import { usePassageEnds } from "#components/articles/ends/use-passage-ends.ts";
import { fits } from "#components/articles/finding/claim-filter.ts";
import { useClaimFilter } from "#components/articles/finding/use-claim-filter.ts";
import { useClaimSteps } from "#components/articles/finding/use-claim-steps.ts";
import { useClaimForm } from "#components/articles/form/use-claim-form.tsx";
import { useChosenWords } from "#components/articles/selecting/use-chosen-words.ts";
import { useWordPresses } from "#components/articles/selecting/use-word-presses.ts";
import { sentenceAround } from "#components/articles/selecting/words-in-text.ts";
import type { DeskArticle, DeskClaim } from "#components/articles/store/desk-claim.ts";
import { type SentListing, useClaimList, useClaimStore } from "#components/articles/store/use-claim-store.ts";
import { useSuggestions } from "#components/articles/suggestions/use-suggestions.ts";
import { MANY_CLAIMS, useDrawnBlocks } from "#components/articles/text/use-drawn-blocks.ts";
import { useHighlight } from "#components/articles/text/use-highlight.ts";
import { useMarkPresses } from "#components/articles/text/use-mark-presses.ts";
import { useShortcuts } from "#components/shortcuts/use-shortcuts.ts";
import { useMediaQuery, WIDE } from "#components/ui/use-media-query.ts";
import type { Span } from "#lib/anchoring/spans.ts";
import { changeDesk, EMPTY_DESK } from "./desk-state.ts";
import { useClaimFocus } from "./use-claim-focus.ts";
import { usePassages } from "./use-passages.ts";

export type Desk = ReturnType<typeof useDesk>;

/** What happens on the article's page: choosing words, writing claims, going from claim to claim. */
export function useDesk({
  memberId,
  article,
  listing,
}: {
  memberId: string;
  article: DeskArticle;
  listing: SentListing;
}) {
  const store = useClaimStore({ memberId, revisionId: article.revisionId, ...listing });
  const claims = useClaimList(store);
  const isMany = store.drawn().list.length > MANY_CLAIMS;
  /** The element around the article's text. */
  const text = useRef<HTMLDivElement>(null);
  const isWide = useMediaQuery(WIDE);
  const drawn = useDrawnBlocks(text, { blocks: article.blocks, isMany });
  const [state, change] = useReducer(changeDesk, EMPTY_DESK);
  const { activeId, arrivingId, writing, panel } = state;
  const filtering = useClaimFilter({
    claims,
    memberId,
    heldIds: [activeId, writing?.kind === "edit" ? writing.claimId : null],
    onChoose: (next) => {
      const active = claims.find(({ id }) => id === activeId);
      if (active && !fits(active, next, memberId)) change({ activeId: null, choice: null });
    },
  });
  const { chosen, choose, select, settleNow } = useChosenWords({
    root: text,
    text: article.text,
    isPaused: writing !== null || panel === "sentences",
  });
  const form = useClaimForm({
    memberId,
    article,
    store,
    claims,
    writing,
    text,
    isWide,
    change,
    onBegin: () => choose(null),
  });
  const { keep, shown } = filtering;
  const draw = useCallback(
    (claim: DeskClaim) => {
      keep(claim);
      drawn.drawSpans(claim.passages);
    },
    [drawn, keep],
  );
  const goTo = useClaimFocus({ claims, arrivingId, isWide, change, draw });
  const span = writing?.kind === "new" ? writing.span : (chosen?.span ?? null);
  useHighlight("selection-preview", text, chosen?.isSelection ? null : span, claims);

  const claimOf = (id: string | null) => claims.find((claim) => claim.id === id);
  const letGo = () => {
    const selection = getSelection();
    // Where a press left the browser's caret, the next one with Shift chooses from.
    if (selection?.isCollapsed === false) selection.removeAllRanges();
    choose(null);
    change({ activeId: null });
  };
  const openSentences = () => {
    const nearOffset = settleNow()?.span.start ?? null;
    getSelection()?.removeAllRanges();
    change({ panel: "sentences", nearOffset, choice: null });
  };
  const claimWords = () => {
    const now = settleNow();
    if (now) form.begin(now.span);
    else openSentences();
  };
  const takeSentence = () => {
    const now = settleNow();
    if (now === null) return;
    const whole: Span = sentenceAround(article, now.span);
    if (now.isSelection) select(whole);
    else choose(whole);
  };
  const cardActions = useCardActions({ store, isWide, change, draw });

  const steps = useClaimSteps({ claims: shown, activeId, goTo });
  const active = claimOf(activeId);
  useCardInSight(state.choice ? undefined : active);
  const isFree = writing === null && panel !== "sentences";
  const caret = useCaretMode({
    root: text,
    article,
    claims: shown,
    active,
    chosen: chosen?.span ?? null,
    isFree,
    onChoose: choose,
    onClaim: claimWords,
    onOpen: (claimIds, at) => {
      const [first = null, another] = claimIds;
      const only = another === undefined ? claimOf(first) : undefined;
      if (only) goTo(only);
      else change({ activeId: first, choice: { claimIds, at } });
    },
  });
  const passages = usePassages({
    article,
    store,
    claims,
    active,
    chosen: () => (isFree ? (settleNow()?.span ?? null) : null),
    text,
    drawn,
    onAttached: (claimId) => {
      letGo();
      change({ activeId: claimId });
      text.current?.focus({ preventScroll: true });
    },
    onRemoved: (claimId) => change({ arrivingId: claimId }),
  });
  const ends = usePassageEnds({
    article,
    store,
    active,
    current: passages.currentId,
    text,
    isFree: isFree && chosen === null && caret.caret === null,
    onBegin: (claim) => {
      caret.leave();
      letGo();
      change({ activeId: claim.id, choice: null });
      draw(claim);
    },
  });
  const suggestions = useSuggestions({ article, claims, text, isBusy: !isFree, onClaim: form.begin });
  useShortcuts({
    "claim.create": claimWords,
    "claim.also-here": passages.alsoHere,
    "article.caret": caret.begin,
    "article.sentences": openSentences,
    "article.suggestions": suggestions.show,
    ...steps.handlers,
    "claim.edit": () => active?.canEdit && cardActions.edit(active.id),
    Escape: letGo,
  });
  useWordPresses(text, article, select);
  useMarkPresses(text, article, {
    onNumber: (claimId) => {
      const claim = claimOf(claimId);
      if (!claim) return;
      if (isWide) goTo(claim);
      else change({ activeId: claimId, choice: { claimIds: [claimId], at: { x: 0, y: 0 } } });
    },
    onMarks: (claimIds, at) => {
      const [outermost = null, another] = claimIds;
      const isClear = isWide && another === undefined;
      passages.meanAt(claimOf(outermost), text.current && offsetAt(text.current, at));
      change({ activeId: outermost, choice: isClear ? null : { claimIds, at } });
    },
    onSentence: choose,
    onNothing: letGo,
  });

  return {
    text,
    isWide,
    state,
    change,
    article,
    store,
    drawn,
    isMany,
    claims,
    filtering,
    steps,
    goTo,
    active,
    form,
    cardActions,
    /** The chosen words, while no form or list has them. */
    chosen: isFree ? chosen : null,
    choose,
    caret,
    letGo,
    claimWords,
    takeSentence,
    openSentences,
    suggestions,
    passages,
    ends,
  };
}
