"use client";

import { type RefObject, useEffect, useEffectEvent, useRef } from "react";
import type { DraftStatus } from "#components/ui/form-context.tsx";
import type { KeptDraft } from "./desk-drafts.ts";
import { type Draft, dropOldDrafts, readDraft } from "./draft-store.ts";
import { isSame, savedIn } from "./form-values.ts";
import { useFormText } from "./use-form-text.ts";
import { useKeptDraft } from "./use-kept-draft.ts";
import { useOtherText } from "./use-other-text.ts";
import { useSaveSoon } from "./use-save-soon.ts";

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
 * remembers which version the text is based on. Of two texts, from two devices or two windows, both stay.
 */
export function useDraft(key: string | undefined, formRef: RefObject<HTMLFormElement | null>): FormDraft {
  const text = useFormText(key);
  const { other, putAside, drop: chosen, hide, bringBack } = useOtherText(key);
  const waiting = useSaveSoon();
  const isLeft = useRef(false);

  const putIn = (form: HTMLFormElement, draft: Draft) => {
    text.putIn(form, draft);
    // Its fields said that they were changed.
    waiting.stop();
  };
  const desk = useKeptDraft({
    key,
    isTouched: text.isTouched,
    isChoosing: () => other !== null,
    take: (kept) => {
      const form = formRef.current;
      if (form === null || isSame(kept.content.typed, savedIn(form))) return;
      putIn(form, asDraft(kept));
      text.write(asDraft(kept));
    },
    offer: (kept) => putAside(asDraft(kept), false),
    drop: () => discard(),
    flush: () => waiting.now(),
  });

  const save = (form: HTMLFormElement) => {
    waiting.stop();
    const { isKept, another } = text.save(form);
    if (another) putAside(another, false);
    else if (isKept) desk.later();
  };
  const clear = () => {
    waiting.stop();
    desk.forget();
    text.drop();
    hide();
  };
  const discard = () => {
    clear();
    formRef.current?.reset();
  };

  const restore = useEffectEvent(() => {
    const form = formRef.current;
    if (key === undefined || form === null) return;
    dropOldDrafts(Date.now());
    const aside = bringBack({ isFree: readDraft(key) === null });
    if (aside) {
      text.write(aside);
      chosen();
    }
    const draft = readDraft(key);
    if (draft !== null && !isSame(draft.typed, savedIn(form))) putIn(form, draft);
    else if (draft !== null) text.noteSeen(draft);
  });
  useEffect(() => restore(), []);

  /** Changes the two texts over. */
  const show = () => {
    const form = formRef.current;
    if (key === undefined || form === null || other === null) return;
    waiting.now();
    const here = { ...text.content(form), savedAt: Date.now(), kept: readDraft(key)?.kept ?? null };
    putIn(form, other);
    text.write(other);
    putAside(here, !other.isMine);
  };
  const keepThis = () => {
    const form = formRef.current;
    chosen();
    if (key === undefined || form === null) return;
    const times = [readDraft(key)?.kept?.at, other?.kept?.at].filter((at) => at !== undefined);
    const kept = times.length > 0 ? { at: Math.max(...times), isWhole: false } : null;
    text.write({ ...text.content(form), savedAt: Date.now(), kept });
    desk.later();
  };

  return {
    savedAt: text.status?.savedAt ?? null,
    restored: text.status?.restored ?? false,
    other: other && { savedAt: new Date(other.savedAt), isMine: other.isMine, show, keepThis },
    clear,
    leave: () => {
      isLeft.current = true;
      clear();
    },
    noteInput: (form) => {
      if (isLeft.current) return;
      text.touch(form);
      waiting.soon(() => save(form));
    },
    staleVersion: text.staleVersion,
    rebase: text.rebase,
    discard,
  };
}

const asDraft = ({ content, savedAt }: KeptDraft): Draft => ({
  ...content,
  savedAt,
  kept: { at: savedAt, isWhole: true },
});
