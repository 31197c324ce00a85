"use client";

import { type RefObject, useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import type { DraftStatus } from "#components/ui/form-context.tsx";
import type { KeptDraft } from "./desk-drafts.ts";
import { type Basis, type Content, dropDraft, dropOldDrafts, readDraft, writeDraft } from "./draft-store.ts";
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

/**
 * Keeps what is typed into a form in this browser at once and at the desk after a while, under `key` (a member's id and
 * a record's), and brings it back when the form is shown again, here or on another device. Without a key it only
 * remembers which version the text is based on.
 */
export function useDraft(key: string | undefined, formRef: RefObject<HTMLFormElement | null>): FormDraft {
  const [status, setStatus] = useState<{ savedAt: Date; restored: boolean } | null>(null);
  const basis = useRef<Basis | null>(null);
  const later = useRef<{ timer: ReturnType<typeof setTimeout>; save: () => void } | null>(null);
  const isLeft = useRef(false);
  const isTouched = useRef(false);

  const stopWaiting = useCallback(() => {
    if (later.current) clearTimeout(later.current.timer);
    later.current = null;
  }, []);

  /** Without words in it that count as typed by hand. */
  const putIn = (form: HTMLFormElement, { typed, basis: shown }: Content) => {
    basis.current = shown;
    fillIn(form, typed);
    stopWaiting();
    isTouched.current = false;
  };

  /** `isWhole`: whether the desk has it too. */
  const show = ({ content, savedAt }: KeptDraft, isWhole: boolean) => {
    if (key === undefined || formRef.current === null) return;
    putIn(formRef.current, content);
    writeDraft(key, { ...content, savedAt, kept: { at: savedAt, isWhole } });
    setStatus({ savedAt: new Date(savedAt), restored: true });
  };

  const take = (draft: KeptDraft) => {
    const form = formRef.current;
    if (form !== null && !isSame(draft.content.typed, savedIn(form))) show(draft, true);
  };

  const drop = () => {
    clear();
    formRef.current?.reset();
  };

  const desk = useKeptDraft({ key, isTouched: () => isTouched.current, take, drop });
  const { other } = desk;

  const save = (form: HTMLFormElement) => {
    stopWaiting();
    if (key === undefined || basis.current === null) return;
    const savedAt = Date.now();
    const at = readDraft(key)?.kept?.at;
    const kept = at === undefined ? null : { at, isWhole: false };
    if (!writeDraft(key, { typed: typedIn(form), basis: basis.current, savedAt, kept })) return;
    setStatus({ savedAt: new Date(savedAt), restored: false });
    desk.later();
  };

  const clear = () => {
    stopWaiting();
    basis.current = null;
    isTouched.current = false;
    desk.forget();
    if (key !== undefined) dropDraft(key);
    setStatus(null);
  };

  const restore = useEffectEvent(() => {
    const form = formRef.current;
    if (key === undefined || form === null) return;
    dropOldDrafts(Date.now());
    const draft = readDraft(key);
    if (draft === null || isSame(draft.typed, savedIn(form))) return;
    putIn(form, draft);
    setStatus({ savedAt: new Date(draft.savedAt), restored: true });
  });
  useEffect(() => restore(), []);

  useEffect(() => {
    const saveNow = () => later.current?.save();
    window.addEventListener("pagehide", saveNow);
    return () => {
      saveNow();
      window.removeEventListener("pagehide", saveNow);
    };
  }, []);

  const shown = (form: HTMLFormElement): Content => ({
    typed: typedIn(form),
    basis: basis.current ?? basisOf(form),
  });

  return {
    savedAt: status?.savedAt ?? null,
    restored: status?.restored ?? false,
    other: other && {
      savedAt: new Date(other.savedAt),
      isMine: other.isMine === true,
      show: () => {
        if (formRef.current === null) return;
        // What stands here now can be shown again in its turn.
        const here = { content: shown(formRef.current), savedAt: other.savedAt, isMine: !other.isMine };
        show(other, !other.isMine);
        desk.setOther(here);
      },
      keepThis: () => {
        desk.setOther(null);
        if (key === undefined || formRef.current === null) return;
        const kept = { at: other.savedAt, isWhole: false };
        writeDraft(key, { ...shown(formRef.current), savedAt: Date.now(), kept });
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
    discard: drop,
  };
}

function basisOf(form: HTMLFormElement): Basis {
  const version = form.elements.namedItem("version");
  return { version: version instanceof HTMLInputElement ? version.value : null, saved: savedIn(form) };
}
