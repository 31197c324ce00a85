"use client";

import { ActionForm } from "#components/forms/action-form.tsx";
import { ConfirmDialog } from "#components/forms/confirm-dialog.tsx";
import { useFormat, useWords } from "#components/locale/locale-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { CopyField } from "#components/ui/copy-field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { fill } from "#lib/i18n/words.ts";
import { renewInvitationAction, withdrawInvitationAction } from "#lib/invitations/actions.ts";
import type { OpenInvitation } from "#lib/invitations/loaders.ts";

type InvitationListProps = { invitations: readonly OpenInvitation[]; isMailOn: boolean };

/** Who was invited and has not come yet, with the links to hand over. */
export function InvitationList({ invitations, isMailOn }: InvitationListProps) {
  const texts = useWords().members.invitations;
  return (
    <section aria-labelledby="invitations" className="mt-12">
      <h2 id="invitations" className="scroll-mt-20 font-serif text-xl font-semibold">
        {texts.title}
      </h2>
      <p className="mt-1 text-pretty text-muted">
        {texts.lead} {isMailOn ? texts.mailed : texts.byHand}
      </p>
      <ul className="mt-4 divide-y divide-line border-y border-line">
        {invitations.map((invitation) => (
          <InvitationItem key={invitation.id} invitation={invitation} />
        ))}
      </ul>
    </section>
  );
}

function InvitationItem({ invitation }: { invitation: OpenInvitation }) {
  const words = useWords();
  const format = useFormat();
  const toast = useToast();
  const texts = words.members.invitations;
  const { id, email, role, expiresAt, link } = invitation;
  const filled = { role: words.common.roles[role], date: format.dateTime(expiresAt) };
  return (
    <li className="space-y-3 py-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-56">
          <p dir="ltr" className="truncate font-medium rtl:text-end" title={email}>
            {email}
          </p>
          <p className="text-sm text-muted">
            {link === null ? fill(texts.over, filled) : fill(texts.until, filled)}
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          <ActionForm action={renewInvitationAction} onDone={() => toast({ title: texts.renewed })}>
            <input type="hidden" name="invitationId" value={id} />
            <SubmitButton variant="secondary" size="sm">
              {texts.renew}
            </SubmitButton>
          </ActionForm>
          <ConfirmDialog
            trigger={<Button size="sm">{texts.withdraw}</Button>}
            title={texts.withdrawTitle}
            description={fill(texts.withdrawText, { email })}
            confirmLabel={texts.withdraw}
            danger
            action={withdrawInvitationAction}
            onDone={() => toast({ title: texts.withdrawn })}
          >
            <input type="hidden" name="invitationId" value={id} />
          </ConfirmDialog>
        </div>
      </div>
      {link !== null && (
        <CopyField label={fill(texts.link, { email })} value={link} copy={texts.copy} copied={texts.copied} />
      )}
    </li>
  );
}
