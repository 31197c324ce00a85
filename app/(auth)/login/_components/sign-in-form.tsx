import { ActionForm } from "#components/forms/action-form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { Words } from "#lib/i18n/words.ts";
import { signInAction } from "#lib/members/actions.ts";

type SignInFormProps = {
  words: Words["auth"]["signIn"];
  from: string;
  email?: string | undefined;
  password?: string | undefined;
};

/** E-mail and password. Filled in already for the demo's members. */
export function SignInForm({ words, from, email = "", password = "" }: SignInFormProps) {
  return (
    <ActionForm action={signInAction} className="space-y-5">
      <input type="hidden" name="from" value={from} />
      <TextField
        label={words.email}
        name="email"
        type="email"
        autoComplete="username"
        defaultValue={email}
        autoFocus={email === ""}
      />
      <TextField
        label={words.password}
        name="password"
        type="password"
        autoComplete="current-password"
        defaultValue={password}
      />
      <SubmitButton className="w-full">{words.submit}</SubmitButton>
    </ActionForm>
  );
}
