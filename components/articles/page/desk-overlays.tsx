"use client";

import { useEffect } from "react";
import { offsetInSight, placesOfClaim, revealSpan } from "#components/articles/selecting/words-in-text.ts";
import type { DeskClaim } from "#components/articles/store/desk-claim.ts";
import { onDemand } from "#components/connection/on-demand.tsx";
import { rangeOfSpan } from "#lib/anchoring/selection.ts";
import type { Desk } from "./use-desk.tsx";

type Closable = { onClose: () => void };
const close = ({ onClose }: Closable) => onClose();

const alsoHere = () => import("#components/articles/form/also-here-chooser.tsx");
const claimChooser = () => import("#components/articles/finding/claim-chooser.tsx");
const sentencePanel = () => import("#components/articles/sentences/sentence-panel.tsx");
const suggestionPanel = () => import("#components/articles/suggestions/suggestion-panel.tsx");
/** What a key opens that the next key is meant for. */
const FOR_KEYS = [alsoHere, claimChooser, sentencePanel, suggestionPanel];

const AlsoHereChooser = onDemand(
  async () => (await alsoHere()).AlsoHereChooser,
  ({ passages }) => passages.stopChoosing(),
);
const ClaimChooser = onDemand(async () => (await claimChooser()).ClaimChooser, close);
const DeleteClaimDialog = onDemand(
  async () => (await import("#components/articles/cards/delete-claim-dialog.tsx")).DeleteClaimDialog,
  close,
);
const DeskSheet = onDemand(
  async () => (await import("./desk-sheet.tsx")).DeskSheet,
  // A form that is being written in waits for its place.
  ({ form, onClose }) => form.content ?? onClose(),
);
const SentencePanel = onDemand(async () => (await sentencePanel()).SentencePanel, close);
const SuggestionPanel = onDemand(
  async () => (await suggestionPanel()).SuggestionPanel,
  ({ suggestions }) => suggestions.close(),
);

/** Has them fetched once somebody uses the page, so that hardly a key comes too early. */
function useFetchedAhead(): void {
  useEffect(() => {
    const controller = new AbortController();
    const fetchAhead = () => {
      controller.abort();
      // Whoever opens one without it is told.
      for (const load of FOR_KEYS) load().catch(() => {});
    };
    for (const kind of ["keydown", "pointerdown"])
      addEventListener(kind, fetchAhead, { capture: true, signal: controller.signal });
    return () => controller.abort();
  }, []);
}

/** What comes over the article's page, one at a time. */
export function DeskOverlays({ desk }: { desk: Desk }) {
  useFetchedAhead();
  const { state, change, claims, isWide } = desk;
  const { panel, choice } = state;
  const closeChoice = () => change({ choice: null });
  const chosenClaims = choice ? claims.filter((claim) => choice.claimIds.includes(claim.id)) : [];
  const deleting = claims.find((claim) => claim.id === state.deletingId);
  const sentences = panel === "sentences" ? sentenceList(desk) : null;
  const closeSentences = () => {
    desk.choose(null);
    change({ panel: null });
  };
  return (
    <>
      {isWide && sentences && <SentencePanel list={sentences} onClose={closeSentences} />}
      {desk.suggestions.isShown && <SuggestionPanel suggestions={desk.suggestions} isWide={isWide} />}
      {isWide && choice && (
        <ClaimChooser
          claims={chosenClaims}
          at={choice.at}
          onChoose={(claimId) => change({ activeId: claimId, choice: null })}
          onClose={closeChoice}
        />
      )}
      {!isWide && (sentences || desk.form.content || choice) && (
        <DeskSheet
          sentences={sentences}
          form={desk.form}
          claims={chosenClaims}
          actions={desk.cardActions}
          placesOfWords={() => placesOfWords(desk)}
          onClose={sentences ? closeSentences : desk.form.content ? desk.form.cancel : closeChoice}
          returnsFocus={() => !desk.ends.hasBegun.current}
        />
      )}
      {desk.passages.choosing && <AlsoHereChooser passages={desk.passages} claims={claims} />}
      {deleting && (
        <DeleteClaimDialog
          claim={deleting}
          onDone={() => {
            change({
              deletingId: null,
              activeId: null,
              arrivingId: neighbourOf(desk.filtering.shown, deleting),
            });
            desk.store.apply({ claims: [], goneIds: [deleting.id] });
          }}
          onRestored={(claim) => {
            desk.store.apply({ claims: [claim], goneIds: [] });
            change({ arrivingId: claim.id });
          }}
          onClose={() => change({ deletingId: null, arrivingId: deleting.id })}
        />
      )}
    </>
  );
}

/** Where in the window the words stand that a form or cards are about. */
function placesOfWords({ text, state: { writing, choice } }: Desk): DOMRect[] {
  if (writing?.kind === "edit") return placesOfClaim(writing.claimId);
  if (writing === null) return (choice?.claimIds ?? []).flatMap(placesOfClaim);
  const range = text.current && rangeOfSpan(text.current, writing.span);
  return range ? [...range.getClientRects()] : [];
}

/** The list of sentences begins where the reader is. */
function sentenceList({ article, active, text, isWide, state, choose, form }: Desk) {
  const near = state.nearOffset ?? active?.passages[0]?.start;
  return {
    article,
    near: near ?? (text.current ? offsetInSight(text.current) : 0),
    onChoose: (span: { start: number; end: number }) => {
      choose(span);
      if (isWide) revealSpan(text.current, span);
    },
    onClaim: form.begin,
  };
}

/** Where the focus goes when a claim's card goes. */
function neighbourOf(claims: readonly DeskClaim[], claim: DeskClaim): string | null {
  const at = claims.indexOf(claim);
  return (claims[at + 1] ?? claims[at - 1])?.id ?? null;
}
