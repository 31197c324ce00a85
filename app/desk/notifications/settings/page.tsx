import type { Metadata } from "next";
import { MailForm } from "#components/notifications/mail-form.tsx";
import { Message } from "#components/ui/message.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { loadConventions } from "#lib/members/loaders.ts";
import { loadMailSettings } from "#lib/notifications/loaders.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadConventions()).words.notifications.mail.title };
}

/** When this member gets e-mail: their own to say, whatever their role. */
export default async function MailSettingsPage() {
  const [{ mail, isMailOn }, { words }] = await Promise.all([loadMailSettings(), loadConventions()]);
  const texts = words.notifications;
  return (
    <>
      <PageHeader title={texts.mail.title} crumbs={[{ href: "/desk/notifications", label: texts.title }]} />
      <div className="grid max-w-2xl gap-5 px-4 py-7 desk:px-7">
        <p className="text-pretty text-muted">{texts.mail.lead}</p>
        {isMailOn || (
          <Message tone="info">
            <p>{texts.mail.off}</p>
          </Message>
        )}
        <MailForm mail={mail} />
      </div>
    </>
  );
}
