"use client";

import { useRef, useState } from "react";
import { type Basis, type Content, type Draft, dropDraft, readDraft, writeDraft } from "./draft-store.ts";
import { basisOf, fillIn, isSame, savedIn, typedIn } from "./form-values.ts";

/** A form's text in this browser, kept under `key`, and what its writer saw when they began. */
export function useFormText(key: string | undefined) {
  const [status, setStatus] = useState<{ savedAt: Date; restored: boolean } | null>(null);
  const basis = useRef<Basis | null>(null);
  const isTouched = useRef(false);
  /** When the draft was saved that this form read or wrote last: another one is from another window. */
  const seen = useRef<number | null>(null);

  const write = (draft: Draft): boolean => {
    seen.current = draft.savedAt;
    return key !== undefined && writeDraft(key, draft);
  };
  return {
    status,
    isTouched: () => isTouched.current,
    /** Something was typed. */
    touch: (form: HTMLFormElement) => {
      isTouched.current = true;
      basis.current ??= basisOf(form);
    },
    content: (form: HTMLFormElement): Content => ({
      typed: typedIn(form),
      basis: basis.current ?? basisOf(form),
    }),
    /** Without words in it that count as typed by hand. */
    putIn: (form: HTMLFormElement, draft: Draft) => {
      basis.current = draft.basis;
      seen.current = draft.savedAt;
      fillIn(form, draft.typed);
      isTouched.current = false;
      setStatus({ savedAt: new Date(draft.savedAt), restored: true });
    },
    write,
    /** The draft of an earlier visit is what the page shows anyway. */
    noteSeen: (draft: Draft) => {
      seen.current = draft.savedAt;
    },
    /** Keeps what the form says. The draft that another window kept meanwhile under the same key, and whether it did. */
    save: (form: HTMLFormElement): { isKept: boolean; another: Draft | null } => {
      if (key === undefined || basis.current === null) return { isKept: false, another: null };
      const typed = typedIn(form);
      const stored = readDraft(key);
      const isAnother = stored !== null && stored.savedAt !== seen.current && !isSame(stored.typed, typed);
      // What the desk has is then the other window's, and not done with when this one is sent.
      const kept = stored?.kept && !isAnother ? { at: stored.kept.at, isWhole: false } : null;
      const savedAt = Date.now();
      const isKept = write({ typed, basis: basis.current, savedAt, kept });
      if (isKept) setStatus({ savedAt: new Date(savedAt), restored: false });
      return { isKept, another: isAnother ? stored : null };
    },
    drop: () => {
      basis.current = null;
      isTouched.current = false;
      seen.current = null;
      if (key !== undefined) dropDraft(key);
      setStatus(null);
    },
    /** The version the text is based on, when somebody else has changed the same fields since; otherwise null. */
    staleVersion: (form: HTMLFormElement): string | null =>
      basis.current === null || isSame(basis.current.saved, savedIn(form)) ? null : basis.current.version,
    /** From the next input on, it counts as based on what the page shows then. */
    rebase: () => {
      basis.current = null;
    },
  };
}
