"use client";

import { type RefObject, useState } from "react";
import { revealSpan } from "#components/articles/selecting/words-in-text.ts";
import type { ClaimStore } from "#components/articles/store/claim-store.ts";
import type { DeskArticle, DeskClaim } from "#components/articles/store/desk-claim.ts";
import type { DrawnBlocks } from "#components/articles/text/drawn-blocks.ts";
import { useHighlight } from "#components/articles/text/use-highlight.ts";
import { useCall } from "#components/forms/call.tsx";
import { useUndo } from "#components/forms/use-undo.ts";
import { useWords } from "#components/locale/locale-provider.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { rangeOfSpan } from "#lib/anchoring/selection.ts";
import type { Span } from "#lib/anchoring/spans.ts";
import { fill } from "#lib/i18n/words.ts";
import { addPassageAction, removePassageAction } from "#lib/passages/actions.ts";

export type Passages = ReturnType<typeof usePassages>;

type Passage = Span & { id: string };

/** Several places in the text where one claim is made: attaching words to it, going between them, taking one away. */
export function usePassages({
  article,
  store,
  claims,
  active,
  chosen,
  text,
  drawn,
  onAttached,
  onRemoved,
}: {
  article: DeskArticle;
  store: ClaimStore;
  claims: readonly DeskClaim[];
  active: DeskClaim | undefined;
  /** The chosen words as they are now, null while a form or a list has them. */
  chosen: () => Span | null;
  text: RefObject<HTMLElement | null>;
  drawn: DrawnBlocks;
  onAttached: (claimId: string) => void;
  onRemoved: (claimId: string) => void;
}) {
  const words = useWords();
  const toast = useToast();
  const call = useCall();
  const takeBack = useUndo();
  const [choosing, setChoosing] = useState<{ span: Span; at: { x: number; y: number } } | null>(null);
  const [shown, setShown] = useState<Passage | null>(null);
  /** The passage that was gone to or pressed last. */
  const [currentId, setCurrentId] = useState<string | null>(null);
  const isThere = active?.passages.some(({ id }) => id === shown?.id);
  useHighlight("passage", text, isThere ? shown : null, claims);

  const add = async (claimId: string, { start, end }: Span) => {
    const done = await call(addPassageAction, { claimId, revisionId: article.revisionId, start, end });
    if (done) store.apply({ claims: [done.result.claim], goneIds: [] });
    return done;
  };
  const take = async ({ id, start, end }: Passage) => {
    const done = await call(removePassageAction, { passageId: id, start, end });
    if (done) store.apply({ claims: [done.result], goneIds: [] });
    return done;
  };

  const attach = async (claimId: string, span: Span) => {
    const done = await add(claimId, span);
    if (done === null) return;
    const { claim, passage } = done.result;
    onAttached(claimId);
    const onUndo = takeBack(() => take(passage), words.articles.passages.addUndone);
    toast({ title: fill(words.articles.passages.added, { number: claim.number }), onUndo });
  };

  return {
    choosing,
    currentId,
    /** A press at `at` in the text: of the claim's passages the one there is meant from now on. */
    meanAt: (claim: DeskClaim | undefined, at: number | null) => {
      const there = claim?.passages.find(({ start, end }) => at !== null && start <= at && at <= end);
      if (there) setCurrentId(there.id);
    },
    stopChoosing: () => setChoosing(null),
    attach,
    /** Attaches the chosen words to the active claim, or asks to which. */
    alsoHere: () => {
      const span = chosen();
      if (span === null) return;
      if (active?.canEdit) attach(active.id, span);
      else if (claims.some(({ canEdit }) => canEdit)) {
        setChoosing({ span, at: belowWords(text.current, span) });
      } else toast({ title: words.articles.passages.noClaims });
    },
    /** Goes to a passage and outlines it. */
    show: (passage: Passage | null) => {
      setShown(passage);
      setCurrentId(passage?.id ?? null);
      if (passage === null) return;
      drawn.drawSpans([passage]);
      revealSpan(text.current, passage);
    },
    remove: async (claim: DeskClaim, passage: Passage) => {
      if ((await take(passage)) === null) return;
      onRemoved(claim.id);
      const onUndo = takeBack(() => add(claim.id, passage), words.articles.passages.removeUndone);
      toast({ title: fill(words.articles.passages.removed, { number: claim.number }), onUndo });
    },
  };
}

/** The place in the window under the beginning of the last line of the words. */
function belowWords(root: HTMLElement | null, span: Span): { x: number; y: number } {
  const line = root && [...(rangeOfSpan(root, span)?.getClientRects() ?? [])].at(-1);
  return line ? { x: line.left, y: line.bottom } : { x: 0, y: 0 };
}
