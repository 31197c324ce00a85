"use client";

import { type RefObject, useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import type { DraftStatus } from "#components/ui/form-context.tsx";
import type { KeptDraft } from "./desk-drafts.ts";
import {
  type Basis,
  type Content,
  type Draft,
  dropDraft,
  dropOldDrafts,
  readDraft,
  writeDraft,
} from "./draft-store.ts";
import { fillIn, isSame, savedIn, typedIn } from "./form-values.ts";
import { useKeptDraft } from "./use-kept-draft.ts";

/** Milliseconds after the last key. */
const PAUSE = 500;

export type FormDraft = DraftStatus & {
  /** To be called at every input. */
  noteInput: (form: HTMLFormElement) => void;
  /** The version the text is based on, when somebody else has changed the same fields since; otherwise null. */
  staleVersion: (form: HTMLFormElement) => string | null;
  /** From the next input on, the text counts as based on what the page shows then. */
  rebase: () => void;
  /** What was typed is saved. */
  clear: () => void;
  /** The same, and the page is being left: nothing is kept any more, whatever still arrives in the form. */
  leave: () => void;
};

/** Where the text is kept that is not in the form, while its writer has not chosen between two. */
const asideOf = (key: string) => `${key}:aside`;

/**
 * Keeps what is typed into a form in this browser at once and at the desk after a while, under `key` (a member's id and
 * a record's), and brings it back when the form is shown again, here or on another device. Without a key it only
 * remembers which version the text is based on. Of two texts, from two devices or two windows, both stay.
 */
export function useDraft(key: string | undefined, formRef: RefObject<HTMLFormElement | null>): FormDraft {
  const [status, setStatus] = useState<{ savedAt: Date; restored: boolean } | null>(null);
  const [other, setOther] = useState<(Draft & { isMine: boolean }) | null>(null);
  const basis = useRef<Basis | null>(null);
  const later = useRef<{ timer: ReturnType<typeof setTimeout>; save: () => void } | null>(null);
  const isLeft = useRef(false);
  const isTouched = useRef(false);
  /** When the draft was saved that this form read or wrote last: another one is from another window. */
  const seen = useRef<number | null>(null);

  const stopWaiting = useCallback(() => {
    if (later.current) clearTimeout(later.current.timer);
    later.current = null;
  }, []);

  /** Without words in it that count as typed by hand. */
  const putIn = (form: HTMLFormElement, draft: Draft) => {
    basis.current = draft.basis;
    seen.current = draft.savedAt;
    fillIn(form, draft.typed);
    stopWaiting();
    isTouched.current = false;
    setStatus({ savedAt: new Date(draft.savedAt), restored: true });
  };
  const shown = (form: HTMLFormElement): Content => ({
    typed: typedIn(form),
    basis: basis.current ?? basisOf(form),
  });
  const write = (draft: Draft): boolean => {
    seen.current = draft.savedAt;
    return key !== undefined && writeDraft(key, draft);
  };
  const putAside = (draft: Draft, isMine: boolean) => {
    if (key !== undefined) writeDraft(asideOf(key), draft);
    setOther({ ...draft, isMine });
  };
  const chosen = () => {
    if (key !== undefined) dropDraft(asideOf(key));
    setOther(null);
  };

  const desk = useKeptDraft({
    key,
    isTouched: () => isTouched.current,
    isChoosing: () => other !== null,
    take: (kept) => {
      const form = formRef.current;
      if (form === null || isSame(kept.content.typed, savedIn(form))) return;
      putIn(form, asDraft(kept));
      write(asDraft(kept));
    },
    offer: (kept) => putAside(asDraft(kept), false),
    drop: () => discard(),
    flush: () => later.current?.save(),
  });

  const save = (form: HTMLFormElement) => {
    stopWaiting();
    if (key === undefined || basis.current === null) return;
    const typed = typedIn(form);
    const stored = readDraft(key);
    const isOfAnotherWindow =
      stored !== null && stored.savedAt !== seen.current && !isSame(stored.typed, typed);
    if (isOfAnotherWindow) putAside(stored, false);
    // What the desk has is then the other window's, and not done with when this one is sent.
    const kept = stored?.kept && !isOfAnotherWindow ? { at: stored.kept.at, isWhole: false } : null;
    const savedAt = Date.now();
    if (!write({ typed, basis: basis.current, savedAt, kept })) return;
    setStatus({ savedAt: new Date(savedAt), restored: false });
    if (!isOfAnotherWindow) desk.later();
  };

  const clear = () => {
    stopWaiting();
    basis.current = null;
    isTouched.current = false;
    seen.current = null;
    desk.forget();
    if (key !== undefined) dropDraft(key);
    // What only this browser has of the other text comes up when the form is shown next.
    if (other?.kept?.isWhole) chosen();
    setOther(null);
    setStatus(null);
  };
  const discard = () => {
    clear();
    formRef.current?.reset();
  };

  const restore = useEffectEvent(() => {
    const form = formRef.current;
    if (key === undefined || form === null) return;
    dropOldDrafts(Date.now());
    const aside = readDraft(asideOf(key));
    if (aside && readDraft(key) === null) {
      write(aside);
      dropDraft(asideOf(key));
    } else if (aside) setOther({ ...aside, isMine: false });
    const draft = readDraft(key);
    if (draft !== null && !isSame(draft.typed, savedIn(form))) putIn(form, draft);
    else if (draft !== null) seen.current = draft.savedAt;
  });
  useEffect(() => restore(), []);

  return {
    savedAt: status?.savedAt ?? null,
    restored: status?.restored ?? false,
    other: other && {
      savedAt: new Date(other.savedAt),
      isMine: other.isMine,
      show: () => {
        const form = formRef.current;
        if (key === undefined || form === null) return;
        later.current?.save();
        const here = { ...shown(form), savedAt: Date.now(), kept: readDraft(key)?.kept ?? null };
        putIn(form, other);
        write(other);
        putAside(here, !other.isMine);
      },
      keepThis: () => {
        const form = formRef.current;
        chosen();
        if (key === undefined || form === null) return;
        const times = [readDraft(key)?.kept?.at, other.kept?.at].filter((at) => at !== undefined);
        const kept = times.length > 0 ? { at: Math.max(...times), isWhole: false } : null;
        write({ ...shown(form), savedAt: Date.now(), kept });
        desk.later();
      },
    },
    clear,
    leave: () => {
      isLeft.current = true;
      clear();
    },
    noteInput: (form) => {
      if (isLeft.current) return;
      isTouched.current = true;
      basis.current ??= basisOf(form);
      stopWaiting();
      const saveForm = () => save(form);
      later.current = { timer: setTimeout(saveForm, PAUSE), save: saveForm };
    },
    staleVersion: (form) =>
      basis.current === null || isSame(basis.current.saved, savedIn(form)) ? null : basis.current.version,
    rebase: () => {
      basis.current = null;
    },
    discard,
  };
}

const asDraft = ({ content, savedAt }: KeptDraft): Draft => ({
  ...content,
  savedAt,
  kept: { at: savedAt, isWhole: true },
});

function basisOf(form: HTMLFormElement): Basis {
  const version = form.elements.namedItem("version");
  return { version: version instanceof HTMLInputElement ? version.value : null, saved: savedIn(form) };
}
