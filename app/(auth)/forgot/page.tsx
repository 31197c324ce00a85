import type { Metadata } from "next";
import { ActionForm } from "#components/forms/action-form.tsx";
import { Logo } from "#components/shell/logo.tsx";
import { Message } from "#components/ui/message.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { askForLinkAction } from "#lib/entry-links/actions.ts";
import { loadAskForLink } from "#lib/entry-links/loaders.ts";
import { MINUTES } from "#lib/entry-links/values.ts";
import { fill } from "#lib/i18n/words.ts";

type Props = PageProps<"/forgot">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { words } = await loadAskForLink(searchParams);
  return { title: words.auth.askForLink.title, robots: { index: false } };
}

/** Asks for a letter with a link. What it answers tells nobody who has an account. */
export default async function ForgotPage({ searchParams }: Props) {
  const { words, newsroomName, isSent } = await loadAskForLink(searchParams);
  const { askForLink, signIn } = words.auth;
  return (
    <>
      <header className="mb-6">
        <Logo className="mb-5 size-10" />
        <h1 className="font-serif text-3xl font-semibold tracking-tight text-balance">{askForLink.title}</h1>
        {isSent || <p className="mt-2 text-pretty text-muted">{askForLink.lead}</p>}
      </header>
      {isSent ? (
        <Message tone="success" title={askForLink.sentTitle}>
          <p>{fill(askForLink.sent, { newsroom: newsroomName, minutes: MINUTES.reset })}</p>
        </Message>
      ) : (
        <ActionForm action={askForLinkAction} className="space-y-5">
          <input type="hidden" name="kind" value="reset" />
          <TextField label={signIn.email} name="email" type="email" autoComplete="username" autoFocus />
          <SubmitButton>{askForLink.submit}</SubmitButton>
        </ActionForm>
      )}
      <p className="mt-8 text-sm">
        <a href="/login">{signIn.title}</a>
      </p>
    </>
  );
}
