"use client";

import { ActionForm } from "#components/forms/action-form.tsx";
import { FormActions } from "#components/forms/form-actions.tsx";
import { useWords } from "#components/locale/locale-provider.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { fill } from "#lib/i18n/words.ts";
import { importFileAction } from "#lib/imports/actions.ts";
import { MAX_IMPORT_BYTES } from "#lib/imports/values.ts";
import { FileField } from "./file-field.tsx";
import { useFileLimit } from "./use-file-limit.ts";
import type { WayProps } from "./ways.ts";

/** An article in a file. One that is too large is refused before it is sent. */
export function FileForm({ draftKey, articleId, url }: WayProps) {
  const { imports } = useWords();
  const words = imports.file;
  const { limit, error, check, holdBack } = useFileLimit(MAX_IMPORT_BYTES, words.tooLarge);
  return (
    <ActionForm action={importFileAction} draftKey={`${draftKey}:file`} onSubmitCapture={holdBack}>
      <input type="hidden" name="articleId" value={articleId} />
      <FileField
        name="file"
        label={words.label}
        hint={fill(words.hint, { limit })}
        error={error}
        prompt={words.drop}
        accept=".html,.htm,.xhtml,.pdf,.txt,.md,text/html,application/xhtml+xml,application/pdf,text/plain"
        onChoose={check}
      />
      <TextField
        name="url"
        type="url"
        inputMode="url"
        label={imports.paste.from}
        defaultValue={url}
        optional
      />
      <FormActions>
        <SubmitButton>{words.submit}</SubmitButton>
      </FormActions>
    </ActionForm>
  );
}
