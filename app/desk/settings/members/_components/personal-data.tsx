"use client";

import { ActionForm } from "#components/forms/action-form.tsx";
import { useFormat, useWords } from "#components/locale/locale-provider.tsx";
import { buttonStyle } from "#components/ui/button-style.ts";
import { Message } from "#components/ui/message.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { eraseMemberAction } from "#lib/erasure/actions.ts";
import { fill } from "#lib/i18n/words.ts";
import type { Member } from "#lib/members/queries.ts";

/** What is held of a member, to be handed over or erased. */
export function PersonalData({ member }: { member: Member }) {
  const words = useWords().members.erase;
  return (
    <section aria-labelledby="personal-data" className="space-y-4 rounded-lg border border-line p-4 sm:p-5">
      <div>
        <h2 id="personal-data" className="font-semibold">
          {words.title}
        </h2>
        <p className="mt-1 text-pretty wrap-break-word text-muted">{fill(words.held, member)}</p>
      </div>
      {/* A file, not a page: the browser saves it. */}
      <a
        href={`/desk/settings/members/${member.id}/personal-data`}
        download
        className={buttonStyle({ variant: "secondary" })}
      >
        {words.download}
      </a>
      <div className="border-t border-line pt-4">
        <p className="text-pretty text-muted">{words.body}</p>
        {member.disabledAt ? <Erase member={member} /> : <p className="mt-2">{words.first}</p>}
      </div>
    </section>
  );
}

function Erase({ member }: { member: Member }) {
  const words = useWords().members.erase;
  return (
    <ActionForm
      action={eraseMemberAction}
      autoComplete="off"
      className="mt-4 space-y-4"
      answer={({ mentions }) => <Erased mentions={mentions} />}
    >
      <input type="hidden" name="memberId" value={member.id} />
      <TextField
        label={words.typed}
        name="typedEmail"
        hint={fill(words.typedHint, member)}
        dir="ltr"
        spellCheck={false}
        autoCapitalize="none"
      />
      <SubmitButton variant="danger">{words.action}</SubmitButton>
    </ActionForm>
  );
}

function Erased({ mentions }: { mentions: { place: string; found: number }[] }) {
  const words = useWords().members.erase;
  const format = useFormat();
  return (
    <Message tone={mentions.length === 0 ? "success" : "warning"} title={words.now}>
      <p>{mentions.length === 0 ? words.nowhere : words.mentions}</p>
      {mentions.length > 0 && (
        <ul className="font-mono text-sm">
          {mentions.map(({ place, found }) => (
            <li key={place}>{fill(words.rows, { place, count: format.number(found) })}</li>
          ))}
        </ul>
      )}
    </Message>
  );
}
