"use client";

import { ActionForm } from "#components/forms/action-form.tsx";
import { useWords } from "#components/locale/locale-provider.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { handOverAction } from "#lib/handover/actions.ts";
import type { InHand } from "#lib/handover/queries.ts";
import { fill } from "#lib/i18n/words.ts";
import type { Member } from "#lib/members/queries.ts";

type Props = { member: Member; inHand: InHand; successors: readonly { id: string; name: string }[] };

/** Gives what a member has in hand to another. */
export function HandOver({ member, inHand, successors }: Props) {
  const texts = useWords().members.handOver;
  const toast = useToast();
  const hasNothing = inHand.drafts + inHand.reviews === 0;
  return (
    <section aria-labelledby="hand-over" className="rounded-lg border border-line p-4 sm:p-5">
      <h2 id="hand-over" className="font-semibold">
        {texts.title}
      </h2>
      <p className="mt-1 text-pretty wrap-break-word text-muted">
        {hasNothing ? fill(texts.nothing, member) : fill(texts.body, { ...inHand })}
      </p>
      {!hasNothing && (
        <ActionForm
          className="mt-4 space-y-5"
          action={handOverAction}
          onDone={(handed) => toast({ title: fill(texts.done, handed) })}
        >
          <input type="hidden" name="memberId" value={member.id} />
          <SelectField
            label={texts.to}
            name="toId"
            className="max-w-80"
            options={successors.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <SubmitButton variant="secondary">{texts.submit}</SubmitButton>
        </ActionForm>
      )}
    </section>
  );
}
