"use client";

import { ActionForm } from "#components/forms/action-form.tsx";
import { useWords } from "#components/locale/locale-provider.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { changePasswordAction } from "#lib/account/actions.ts";
import { fill } from "#lib/i18n/words.ts";
import { PASSWORD_LENGTH } from "#lib/members/schema.ts";

/** `email`: by which a password manager knows whose passwords these are. */
export function PasswordForm({ email }: { email: string }) {
  const texts = useWords().account.password;
  const toast = useToast();
  return (
    <ActionForm action={changePasswordAction} onDone={() => toast({ title: texts.saved })}>
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <TextField label={texts.current} name="password" type="password" autoComplete="current-password" />
      <TextField
        label={texts.next}
        name="newPassword"
        type="password"
        autoComplete="new-password"
        hint={fill(texts.hint, PASSWORD_LENGTH)}
      />
      <SubmitButton variant="secondary">{texts.submit}</SubmitButton>
    </ActionForm>
  );
}
