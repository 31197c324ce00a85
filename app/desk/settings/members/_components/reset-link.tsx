"use client";

import { ActionForm } from "#components/forms/action-form.tsx";
import { useFormat, useWords } from "#components/locale/locale-provider.tsx";
import { CopyField } from "#components/ui/copy-field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { makeResetLinkAction } from "#lib/entry-links/actions.ts";
import { fill } from "#lib/i18n/words.ts";
import type { Member } from "#lib/members/queries.ts";

type ResetLinkProps = { member: Member; made: { link: string; expiresAt: Date } | null };

/** The link by which a member chooses a new password, to hand over. */
export function ResetLink({ member, made }: ResetLinkProps) {
  const { members } = useWords();
  const { copy, copied } = members.invitations;
  const texts = members.resetLink;
  const format = useFormat();
  const toast = useToast();
  return (
    <section aria-labelledby="reset-link" className="rounded-lg border border-line p-4 sm:p-5">
      <h2 id="reset-link" className="font-semibold">
        {texts.title}
      </h2>
      <p className="mt-1 mb-4 text-pretty wrap-break-word text-muted">{fill(texts.body, member)}</p>
      {made && (
        <div className="mb-4 space-y-1.5">
          <CopyField label={texts.link} value={made.link} copy={copy} copied={copied} />
          <p className="text-sm text-muted">{fill(texts.until, { date: format.dateTime(made.expiresAt) })}</p>
        </div>
      )}
      <ActionForm action={makeResetLinkAction} onDone={() => toast({ title: texts.made })}>
        <input type="hidden" name="memberId" value={member.id} />
        <SubmitButton variant="secondary">{made ? texts.another : texts.action}</SubmitButton>
      </ActionForm>
    </section>
  );
}
