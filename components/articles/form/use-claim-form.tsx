"use client";

import { type ReactNode, type RefObject, useEffect, useEffectEvent } from "react";
import { flushSync } from "react-dom";
import { canUndoEdit, undoEdit } from "#components/articles/cards/undo-edit.ts";
import { WordAdjuster } from "#components/articles/ends/word-adjuster.tsx";
import type { ChangeDesk, Writing } from "#components/articles/page/desk-state.ts";
import { selectSpan } from "#components/articles/selecting/words-in-text.ts";
import type { ClaimStore } from "#components/articles/store/claim-store.ts";
import type { DeskArticle, DeskClaim } from "#components/articles/store/desk-claim.ts";
import { useCall } from "#components/forms/call.tsx";
import { useUndo } from "#components/forms/use-undo.ts";
import { AlsoEditing } from "#components/live/also-editing.tsx";
import { useWords } from "#components/locale/locale-provider.tsx";
import { useToast } from "#components/ui/toast.tsx";
import type { Span } from "#lib/anchoring/spans.ts";
import { deleteCardAction, editCardAction } from "#lib/claims/actions.ts";
import { fill } from "#lib/i18n/words.ts";
import { ClaimForm } from "./claim-form.tsx";
import { keepWords, keptWords } from "./kept-words.ts";
import { sendClaim } from "./send-claim.ts";

/** The form for a claim, null when none is open. */
export type OpenForm = { title: string | null; content: ReactNode };

/** The open form for a claim, if there is one, and how to open and leave it. A reload opens it again. */
export function useClaimForm({
  memberId,
  article,
  store,
  claims,
  writing,
  text,
  isWide,
  change,
  onBegin,
}: {
  memberId: string;
  article: DeskArticle;
  store: ClaimStore;
  claims: readonly DeskClaim[];
  writing: Writing | null;
  text: RefObject<HTMLElement | null>;
  isWide: boolean;
  change: ChangeDesk;
  /** The form has the words now. */
  onBegin: () => void;
}) {
  const { articles: words, common } = useWords();
  const toast = useToast();
  const call = useCall();
  const undo = useUndo();
  const place = { memberId, articleId: article.id, revisionId: article.revisionId };

  const begin = (span: Span) => {
    keepWords(place, span);
    onBegin();
    change({ writing: { kind: "new", span, from: span }, activeId: null, panel: null, choice: null });
  };
  const cancel = () => {
    keepWords(place, null);
    change({ writing: null, choice: null, arrivingId: writing?.kind === "edit" ? writing.claimId : null });
    if (writing?.kind === "new" && isWide) selectSpan(text.current, writing.span);
  };
  const onCreated = (claim: DeskClaim, key: string) => {
    const { id, number } = claim;
    keepWords(place, null);
    getSelection()?.removeAllRanges();
    // At once, so that form and card are never there together.
    flushSync(() => {
      store.end(key, claim);
      change({ writing: null, arrivingId: id });
    });
    toast({ title: fill(words.claims.created, { number }), onUndo: () => takeBack(id) });
  };
  const onSaved = (before: DeskClaim, claim: DeskClaim) => {
    flushSync(() => {
      store.apply({ claims: [claim], goneIds: [] });
      change({ writing: null, choice: null, arrivingId: claim.id });
    });
    const { number } = claim;
    const asBefore = async () => {
      const done = await undoEdit(call, before, claim);
      if (done) store.apply({ claims: [done.result], goneIds: [] });
      return done;
    };
    const onUndo = canUndoEdit(before, claim)
      ? undo(asBefore, fill(words.claims.asBefore, { number }))
      : undefined;
    toast({ title: fill(words.claims.saved, { number }), ...(onUndo && { onUndo }) });
  };
  /** The claim may have gone on meanwhile: then it stays, and the reason is said. */
  const takeBack = async (claimId: string) => {
    if (await call(deleteCardAction, { claimId })) store.apply({ claims: [], goneIds: [claimId] });
  };

  const editedId = writing?.kind === "edit" ? writing.claimId : null;
  useEffect(() => store.hold(editedId), [store, editedId]);
  const isMissing = editedId !== null && !claims.some(({ id }) => id === editedId);
  useEffect(() => {
    if (isMissing) change({ writing: null });
  }, [isMissing, change]);

  const reopen = useEffectEvent(() => {
    const kept = keptWords(place, article.text.length);
    if (kept) begin(kept);
  });
  useEffect(() => {
    // After the browser has put the page back to where it was scrolled.
    const frame = requestAnimationFrame(() => reopen());
    return () => cancelAnimationFrame(frame);
  }, []);

  return { begin, cancel, ...openForm() };

  function openForm(): OpenForm {
    if (writing?.kind === "new") return newForm(writing);
    const claim = claims.find(({ id }) => id === writing?.claimId);
    return claim ? editForm(claim) : { title: null, content: null };
  }

  function newForm({ span, from, kind }: Writing & { kind: "new" }): OpenForm {
    const title = words.claimForm.newTitle;
    const statement = oneLine(article.text.slice(from.start, from.end));
    const key = `${from.start}-${from.end}`;
    const content = (
      <ClaimForm
        title={title}
        action={(previous, form) => sendClaim({ store, key, span, previous, form })}
        hidden={{ articleId: article.id, revisionId: article.revisionId, ...span }}
        initial={{ ...NOTHING_KNOWN, statement }}
        draftKey={`${memberId}:words:${article.revisionId}:${key}`}
        submitLabel={words.claimForm.create}
        onDone={(claim) => onCreated(claim, key)}
        onCancel={cancel}
      >
        <WordAdjuster
          article={article}
          span={span}
          onAdjust={(adjusted) => change({ writing: { kind, from, span: adjusted } })}
        />
      </ClaimForm>
    );
    return { title, content };
  }

  function editForm(claim: DeskClaim): OpenForm {
    const title = fill(words.claimForm.editTitle, { number: claim.number });
    const content = (
      <ClaimForm
        title={title}
        action={editCardAction}
        hidden={{ claimId: claim.id, version: claim.version }}
        initial={claim}
        claim={claim}
        draftKey={`${memberId}:claim:${claim.id}`}
        submitLabel={common.save}
        onDone={(saved) => onSaved(claim, saved)}
        onCancel={cancel}
      >
        <AlsoEditing claimId={claim.id} />
      </ClaimForm>
    );
    return { title, content };
  }
}

const NOTHING_KNOWN = {
  claimantName: null,
  claimantKind: null,
  saidOn: null,
  saidWhere: null,
  topics: [],
} as const;

function oneLine(words: string): string {
  return words.replace(/\s+/gu, " ");
}
