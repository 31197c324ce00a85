"use client";

import { Check } from "lucide-react";
import { ActionForm } from "#components/forms/action-form.tsx";
import { FormActions } from "#components/forms/form-actions.tsx";
import { useWords } from "#components/locale/locale-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextArea, TextField } from "#components/ui/text-field.tsx";
import { importPastedAction } from "#lib/imports/actions.ts";
import { useRichPaste } from "./use-rich-paste.ts";
import type { WayProps } from "./ways.ts";

/** An article as pasted words, with their structure where the clipboard has it. */
export function PasteForm({ draftKey, articleId, url }: WayProps) {
  const words = useWords().imports.paste;
  const rich = useRichPaste();
  return (
    <ActionForm action={importPastedAction} draftKey={`${draftKey}:paste`} onInputCapture={rich.onInput}>
      <input type="hidden" name="articleId" value={articleId} />
      <TextArea
        name="text"
        label={words.label}
        hint={words.hint}
        rows={12}
        dir="auto"
        autoFocus
        onPaste={rich.onPaste}
      />
      {/* After the text, so that a draft that is brought back fills it in last: what is typed empties it. */}
      <textarea ref={rich.field} name="html" hidden aria-hidden tabIndex={-1} defaultValue="" />
      <div role="status" className="empty:hidden">
        {rich.isRich && (
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
            <Check aria-hidden className="size-4 shrink-0 text-true" />
            {words.isRich}
            <Button variant="quiet" size="sm" onClick={rich.usePlainText}>
              {words.plainOnly}
            </Button>
          </p>
        )}
      </div>
      <TextField name="url" type="url" inputMode="url" label={words.from} defaultValue={url} optional />
      <FormActions>
        <SubmitButton>{words.submit}</SubmitButton>
      </FormActions>
    </ActionForm>
  );
}
