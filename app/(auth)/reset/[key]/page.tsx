import type { Metadata } from "next";
import { ActionForm } from "#components/forms/action-form.tsx";
import { Logo } from "#components/shell/logo.tsx";
import { Message } from "#components/ui/message.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { TickBox } from "#components/ui/tick-boxes.tsx";
import { resetPasswordAction } from "#lib/entry-links/actions.ts";
import { loadEntryLink } from "#lib/entry-links/loaders.ts";
import { fill } from "#lib/i18n/words.ts";
import { PASSWORD_LENGTH } from "#lib/members/schema.ts";

type Props = PageProps<"/reset/[key]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { words } = await loadEntryLink("reset", (await params).key);
  return { title: words.auth.reset.title, robots: { index: false } };
}

/** Where the link for a new password leads. Nothing happens before its form is sent. */
export default async function ResetPage({ params }: Props) {
  const { key } = await params;
  const { words, email, passkeys, refused } = await loadEntryLink("reset", key);
  const { reset, setUp, signIn } = words.auth;
  return (
    <>
      <header className="mb-6">
        <Logo className="mb-5 size-10" />
        <h1 className="font-serif text-3xl font-semibold tracking-tight text-balance">{reset.title}</h1>
        {refused === null && (
          <p className="mt-2 wrap-break-word text-pretty text-muted">{fill(reset.lead, { email })}</p>
        )}
      </header>
      {refused === null ? (
        <ActionForm action={resetPasswordAction} className="space-y-5">
          <input type="hidden" name="linkKey" value={key} />
          <TextField
            label={reset.password}
            name="newPassword"
            type="password"
            autoComplete="new-password"
            hint={fill(setUp.passwordHint, PASSWORD_LENGTH)}
            autoFocus
          />
          {passkeys.length > 0 && (
            <TickBox name="dropPasskeys" label={reset.dropPasskeys} hint={passkeys.join(", ")} />
          )}
          <SubmitButton>{reset.submit}</SubmitButton>
        </ActionForm>
      ) : (
        <Message tone="warning">{refused}</Message>
      )}
      <p className="mt-8 text-sm">
        <a href="/login">{signIn.title}</a>
      </p>
    </>
  );
}
