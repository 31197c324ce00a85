"use client";

import { ActionForm } from "#components/forms/action-form.tsx";
import { useFormat, useWords } from "#components/locale/locale-provider.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { fill } from "#lib/i18n/words.ts";
import { disableMemberAction, enableMemberAction } from "#lib/members/actions.ts";
import type { Member } from "#lib/members/queries.ts";
import { AskFirst } from "./ask-first.tsx";

/** Switches a member's login off or on. */
export function AccountSwitch({ member, isOwn }: { member: Member; isOwn: boolean }) {
  const { disable, enable } = useWords().members;
  return (
    <section aria-labelledby="account-switch" className="rounded-lg border border-line p-4 sm:p-5">
      <h2 id="account-switch" className="font-semibold">
        {member.disabledAt ? enable.title : disable.title}
      </h2>
      {member.disabledAt ? (
        <Enable member={member} disabledAt={member.disabledAt} />
      ) : isOwn ? (
        <p className="mt-1 text-muted">{disable.own}</p>
      ) : (
        <Disable member={member} />
      )}
    </section>
  );
}

function Disable({ member }: { member: Member }) {
  const { disable } = useWords().members;
  const text = fill(disable.body, member);
  const question = { title: fill(disable.confirmTitle, member), text, confirm: disable.confirm };
  return (
    <>
      <p className="mt-1 mb-4 text-pretty wrap-break-word text-muted">{text}</p>
      <ActionForm action={disableMemberAction}>
        <input type="hidden" name="memberId" value={member.id} />
        <AskFirst variant="danger" question={() => question}>
          {disable.action}
        </AskFirst>
      </ActionForm>
    </>
  );
}

function Enable({ member, disabledAt }: { member: Member; disabledAt: Date }) {
  const format = useFormat();
  const { enable } = useWords().members;
  return (
    <>
      <p className="mt-1 mb-4 text-pretty wrap-break-word text-muted">
        {fill(enable.body, { name: member.name, date: format.dateTime(disabledAt) })}
      </p>
      <ActionForm action={enableMemberAction}>
        <input type="hidden" name="memberId" value={member.id} />
        <SubmitButton variant="secondary">{enable.action}</SubmitButton>
      </ActionForm>
    </>
  );
}
