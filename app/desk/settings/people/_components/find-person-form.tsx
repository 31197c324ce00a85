"use client";

import { ActionForm } from "#components/forms/action-form.tsx";
import { useWords } from "#components/locale/locale-provider.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { findPersonAction } from "#lib/erasure/actions.ts";

/** An address, sent as a form: it is to stand in no web address. */
export function FindPersonForm() {
  const texts = useWords().people;
  return (
    <ActionForm action={findPersonAction} autoComplete="off">
      <TextField
        label={texts.email}
        name="personEmail"
        inputMode="email"
        dir="ltr"
        spellCheck={false}
        autoCapitalize="none"
      />
      <SubmitButton>{texts.submit}</SubmitButton>
    </ActionForm>
  );
}
