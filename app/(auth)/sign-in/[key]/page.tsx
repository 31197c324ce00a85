import type { Metadata } from "next";
import { ActionForm } from "#components/forms/action-form.tsx";
import { Logo } from "#components/shell/logo.tsx";
import { Message } from "#components/ui/message.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { signInByLinkAction } from "#lib/entry-links/actions.ts";
import { loadEntryLink } from "#lib/entry-links/loaders.ts";
import { fill } from "#lib/i18n/words.ts";

type Props = PageProps<"/sign-in/[key]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { words } = await loadEntryLink("sign_in", (await params).key);
  return { title: words.auth.signIn.title, robots: { index: false } };
}

/** Where the link that signs a member in leads. Nothing happens before its button is pressed. */
export default async function SignInByLinkPage({ params }: Props) {
  const { key } = await params;
  const { words, newsroomName, email, refused } = await loadEntryLink("sign_in", key);
  const { signIn, signInByLink } = words.auth;
  return (
    <>
      <header className="mb-6">
        <Logo className="mb-5 size-10" />
        <h1 className="font-serif text-3xl font-semibold tracking-tight text-balance">{signIn.title}</h1>
        {refused === null && (
          <p className="mt-2 wrap-break-word text-pretty text-muted">
            {fill(signInByLink.lead, { newsroom: newsroomName, email })}
          </p>
        )}
      </header>
      {refused === null ? (
        <ActionForm action={signInByLinkAction} className="space-y-5">
          <input type="hidden" name="linkKey" value={key} />
          <SubmitButton className="w-full">{signInByLink.submit}</SubmitButton>
        </ActionForm>
      ) : (
        <Message tone="warning">{refused}</Message>
      )}
      <p className="mt-8 text-sm">
        <a href="/login">{signInByLink.other}</a>
      </p>
    </>
  );
}
