"use client";

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { DraftStatus } from "#components/ui/form-context.tsx";
import { type Basis, dropDraft, dropOldDrafts, readDraft, writeDraft } from "./draft-store.ts";
import { fillIn, isSame, savedIn, typedIn } from "./form-values.ts";

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
 * Keeps what is typed into a form in this browser, under `key` (a member's id and a record's), and brings it
 * back when the form is shown again. Without a key it only remembers which version the text is based on.
 */
export function useDraft(key: string | undefined, formRef: RefObject<HTMLFormElement | null>): FormDraft {
  const [status, setStatus] = useState<{ savedAt: Date; restored: boolean } | null>(null);
  const basis = useRef<Basis | null>(null);
  const later = useRef<{ timer: ReturnType<typeof setTimeout>; save: () => void } | null>(null);
  const isLeft = useRef(false);

  const stopWaiting = useCallback(() => {
    if (later.current) clearTimeout(later.current.timer);
    later.current = null;
  }, []);

  const save = (form: HTMLFormElement) => {
    stopWaiting();
    if (key === undefined || basis.current === null) return;
    const savedAt = Date.now();
    const kept = writeDraft(key, { typed: typedIn(form), basis: basis.current, savedAt });
    if (kept) setStatus({ savedAt: new Date(savedAt), restored: false });
  };

  const clear = () => {
    stopWaiting();
    basis.current = null;
    if (key !== undefined) dropDraft(key);
    setStatus(null);
  };

  useEffect(() => {
    const form = formRef.current;
    if (key === undefined || form === null) return;
    dropOldDrafts(Date.now());
    const draft = readDraft(key);
    if (draft === null || isSame(draft.typed, savedIn(form))) return;
    basis.current = draft.basis;
    fillIn(form, draft.typed);
    stopWaiting();
    setStatus({ savedAt: new Date(draft.savedAt), restored: true });
  }, [key, formRef, stopWaiting]);

  useEffect(() => {
    const saveNow = () => later.current?.save();
    window.addEventListener("pagehide", saveNow);
    return () => {
      saveNow();
      window.removeEventListener("pagehide", saveNow);
    };
  }, []);

  return {
    savedAt: status?.savedAt ?? null,
    restored: status?.restored ?? false,
    clear,
    leave: () => {
      isLeft.current = true;
      clear();
    },
    noteInput: (form) => {
      if (isLeft.current) return;
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
    discard: () => {
      clear();
      formRef.current?.reset();
    },
  };
}

function basisOf(form: HTMLFormElement): Basis {
  const version = form.elements.namedItem("version");
  return { version: version instanceof HTMLInputElement ? version.value : null, saved: savedIn(form) };
}
