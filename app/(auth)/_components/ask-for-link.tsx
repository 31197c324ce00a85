import { ActionForm } from "#components/forms/action-form.tsx";
import { Logo } from "#components/shell/logo.tsx";
import { Message } from "#components/ui/message.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { askForLinkAction } from "#lib/entry-links/actions.ts";
import type { AskForLinkPage } from "#lib/entry-links/loaders.ts";
import { type EntryLinkKind, MINUTES } from "#lib/entry-links/values.ts";
import { fill } from "#lib/i18n/words.ts";

/** Asks for a letter with a link. What it answers tells nobody who has an account. */
export function AskForLink({ kind, page }: { kind: EntryLinkKind; page: AskForLinkPage }) {
  const { words, newsroomName, isSent } = page;
  const { askForLink, signIn } = words.auth;
  const { title, lead } = askForLink[kind];
  return (
    <>
      <header className="mb-6">
        <Logo className="mb-5 size-10" />
        <h1 className="font-serif text-3xl font-semibold tracking-tight text-balance">{title}</h1>
        {isSent || <p className="mt-2 text-pretty text-muted">{lead}</p>}
      </header>
      {isSent ? (
        <Message tone="success" title={askForLink.sentTitle}>
          <p>{fill(askForLink.sent, { newsroom: newsroomName, minutes: MINUTES[kind] })}</p>
        </Message>
      ) : (
        <ActionForm action={askForLinkAction} className="space-y-5">
          <input type="hidden" name="kind" value={kind} />
          <TextField label={signIn.email} name="email" type="email" autoComplete="username" autoFocus />
          <SubmitButton>{askForLink.submit}</SubmitButton>
        </ActionForm>
      )}
      <p className="mt-8 text-sm">
        <a href="/login">{askForLink.back}</a>
      </p>
    </>
  );
}
