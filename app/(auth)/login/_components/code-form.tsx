import { ActionForm } from "#components/forms/action-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { Words } from "#lib/i18n/words.ts";
import { finishSignInAction, startSignInOverAction } from "#lib/members/actions.ts";

/** The second step of signing in, once the password was right. */
export function CodeForm({ words, from }: { words: Words["auth"]["secondStep"]; from: string }) {
  return (
    <>
      <ActionForm action={finishSignInAction} className="space-y-5">
        <input type="hidden" name="from" value={from} />
        <TextField label={words.code} name="code" hint={words.hint} autoComplete="one-time-code" autoFocus />
        <SubmitButton className="w-full">{words.submit}</SubmitButton>
      </ActionForm>
      <form action={startSignInOverAction} className="mt-3">
        <Button type="submit" variant="quiet" className="w-full">
          {words.over}
        </Button>
      </form>
    </>
  );
}
