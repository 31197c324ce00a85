"use client";

import { type ReactNode, type RefObject, startTransition, useEffect, useEffectEvent } from "react";
import { useWords } from "#components/locale/locale-provider.tsx";
import { useToast } from "#components/ui/toast.tsx";
import type { Span } from "#lib/anchoring/spans.ts";
import { createClaimAction, deleteClaimAction, editClaimAction } from "#lib/claims/actions.ts";
import { fill } from "#lib/i18n/words.ts";
import { ClaimForm } from "./claim-form.tsx";
import type { DeskArticle, DeskClaim } from "./desk-claim.ts";
import type { ChangeDesk, Writing } from "./desk-state.ts";
import { keepWords, keptWords } from "./kept-words.ts";
import { WordAdjuster } from "./word-adjuster.tsx";
import { selectSpan } from "./words-in-text.ts";

/** The form for a claim, null when none is open. */
export type OpenForm = { title: string | null; content: ReactNode };

/** The open form for a claim, if there is one, and how to open and leave it. A reload opens it again. */
export function useClaimForm({
  memberId,
  article,
  claims,
  writing,
  text,
  isWide,
  change,
  onBegin,
}: {
  memberId: string;
  article: DeskArticle;
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
  const onCreated = ({ id, number }: { id: string; number: number }) => {
    keepWords(place, null);
    getSelection()?.removeAllRanges();
    change({ writing: null, arrivingId: id });
    toast({ title: fill(words.claims.created, { number }), onUndo: () => takeBack(id, toast) });
  };
  const onSaved = (claim: DeskClaim) => {
    change({ writing: null, choice: null, arrivingId: claim.id });
    toast({ title: fill(words.claims.saved, { number: claim.number }) });
  };

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
    const content = (
      <ClaimForm
        title={title}
        action={createClaimAction}
        hidden={{ articleId: article.id, revisionId: article.revisionId, ...span }}
        initial={{ ...NOTHING_KNOWN, statement }}
        draftKey={`${memberId}:words:${article.revisionId}:${from.start}-${from.end}`}
        submitLabel={words.claimForm.create}
        onDone={onCreated}
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
        action={editClaimAction}
        hidden={{ claimId: claim.id, version: claim.version }}
        initial={claim}
        draftKey={`${memberId}:claim:${claim.id}`}
        submitLabel={common.save}
        onDone={() => onSaved(claim)}
        onCancel={cancel}
      />
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

/** The claim may have gone on meanwhile: then it stays, and the reason is said. */
function takeBack(claimId: string, toast: ReturnType<typeof useToast>): void {
  const form = new FormData();
  form.set("claimId", claimId);
  startTransition(async () => {
    const answer = await deleteClaimAction({ status: "idle" }, form);
    if (answer.status === "refused") toast({ title: answer.message });
  });
}
