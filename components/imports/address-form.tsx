"use client";

import { ActionForm } from "#components/forms/action-form.tsx";
import { FormActions } from "#components/forms/form-actions.tsx";
import { useWords } from "#components/locale/locale-provider.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { importAddressAction } from "#lib/imports/actions.ts";
import type { WayProps } from "./ways.ts";

/** An article by its web address. */
export function AddressForm({ draftKey, articleId, url }: WayProps) {
  const words = useWords().imports.address;
  return (
    <ActionForm action={importAddressAction} draftKey={`${draftKey}:address`}>
      <input type="hidden" name="articleId" value={articleId} />
      <TextField
        name="url"
        type="url"
        inputMode="url"
        label={words.label}
        hint={words.hint}
        placeholder="https://"
        defaultValue={url}
        autoComplete="off"
        enterKeyHint="go"
        autoFocus
      />
      <FormActions>
        <SubmitButton>{words.submit}</SubmitButton>
      </FormActions>
    </ActionForm>
  );
}
