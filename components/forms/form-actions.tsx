"use client";

import type { ReactNode } from "react";
import { useFormat, useWords } from "#components/locale/locale-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { useFormState } from "#components/ui/form-context.tsx";
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

/** "Saved 14:02", or that an earlier draft was brought back and how to be rid of it. */
function DraftNote() {
  const words = useWords().common;
  const format = useFormat();
  const draft = useFormState()?.draft;
  if (!draft?.savedAt) return null;
  if (!draft.restored) {
    return (
      <span className="text-sm text-muted">{fill(words.savedAt, { time: format.time(draft.savedAt) })}</span>
    );
  }
  return (
    <span className="flex flex-wrap items-center gap-x-1 text-sm text-muted" role="status">
      {fill(words.form.restored, { time: format.dateTime(draft.savedAt) })}
      <Button variant="quiet" size="sm" onClick={draft.discard}>
        {words.form.discard}
      </Button>
    </span>
  );
}
