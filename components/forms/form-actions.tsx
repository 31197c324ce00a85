"use client";

import type { ReactNode } from "react";
import { useFormat, useWords } from "#components/locale/locale-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { type DraftStatus, useFormState } from "#components/ui/form-context.tsx";
import { fill } from "#lib/i18n/words.ts";

/** The buttons under a form, with the note that what is typed is kept. */
export function FormActions({ children }: { children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 pt-1">
      {children}
      <DraftNote />
    </div>
  );
}

/** "Saved 14:02", that an earlier draft was brought back and how to be rid of it, or that there are two. */
function DraftNote() {
  const words = useWords().common;
  const format = useFormat();
  const draft = useFormState()?.draft;
  if (draft?.other) return <OtherDraft other={draft.other} />;
  if (!draft?.savedAt) return null;
  if (!draft.restored) {
    return (
      <span className="text-sm text-muted">{fill(words.savedAt, { time: format.time(draft.savedAt) })}</span>
    );
  }
  return (
    <span className="flex flex-wrap items-center gap-x-1 text-sm text-muted" role="status">
      {fill(words.form.restored, { time: format.dateTime(draft.savedAt) })}
      <Button variant="quiet" size="sm" className="-ms-2" onClick={draft.discard}>
        {words.form.discard}
      </Button>
    </span>
  );
}

/** That the same person wrote something else for this form on another device. Neither is lost until they choose. */
function OtherDraft({ other }: { other: NonNullable<DraftStatus["other"]> }) {
  const words = useWords().common.form;
  const format = useFormat();
  const { isMine, savedAt, show, keepThis } = other;
  return (
    <div className="flex basis-full flex-wrap items-center gap-x-1 text-sm text-muted" role="status">
      <span className="me-1">
        {fill(isMine ? words.otherShown : words.other, { time: format.dateTime(savedAt) })}
      </span>
      <Button variant="quiet" size="sm" className="-ms-2" onClick={show}>
        {isMine ? words.showMine : words.showOther}
      </Button>
      <Button variant="quiet" size="sm" onClick={keepThis}>
        {words.keepThis}
      </Button>
    </div>
  );
}
