import type { Metadata } from "next";
import { Logo } from "#components/shell/logo.tsx";
import { Message } from "#components/ui/message.tsx";
import { fill } from "#lib/i18n/words.ts";
import { loadInvitation } from "#lib/invitations/loaders.ts";
import { AcceptForm } from "./_components/accept-form.tsx";

type Props = PageProps<"/invite/[key]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { words } = await loadInvitation((await params).key);
  return { title: words.auth.invite.title, robots: { index: false } };
}

/** Where an invitation leads. Nothing happens before its form is sent. */
export default async function InvitePage({ params }: Props) {
  const { key } = await params;
  const { words, newsroomName, email, role, refused } = await loadInvitation(key);
  const { invite } = words.auth;
  return (
    <>
      <header className="mb-8">
        <Logo className="mb-5 size-10" />
        <h1 className="font-serif text-3xl font-semibold tracking-tight text-balance">{invite.title}</h1>
        {refused === null && (
          <p className="mt-2 wrap-break-word text-pretty text-muted">
            {fill(invite.lead, { newsroom: newsroomName, role: words.common.roles[role] })}
          </p>
        )}
      </header>
      {refused === null ? (
        <AcceptForm words={words.auth} linkKey={key} email={email} />
      ) : (
        <>
          <Message tone="warning">{refused}</Message>
          <p className="mt-6 text-sm">
            <a href="/login">{words.auth.signIn.title}</a>
          </p>
        </>
      )}
    </>
  );
}
