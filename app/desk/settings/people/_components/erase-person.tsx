"use client";

import { ActionForm } from "#components/forms/action-form.tsx";
import { useFormat, useLocale, useWords } from "#components/locale/locale-provider.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { Message } from "#components/ui/message.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextArea, TextField } from "#components/ui/text-field.tsx";
import { erasePersonAction } from "#lib/erasure/actions.ts";
import { fill, plural } from "#lib/i18n/words.ts";

/** Erases what somebody sent, after saying what goes and what stays; their address, where there is one, is typed to mean it. */
export function ErasePerson({ tipId, email }: { tipId: string; email: string | null }) {
  const texts = useWords().people;
  return (
    <div className="border-t border-line pt-4">
      <h3 className="font-semibold">{texts.erase}</h3>
      <ActionForm
        action={erasePersonAction}
        autoComplete="off"
        className="mt-3 space-y-5"
        answer={(result) => <Erased {...result} />}
      >
        <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
          <Consequences title={texts.goes} of={Object.values(texts.goesList)} />
          <Consequences title={texts.stays} of={Object.values(texts.staysList)} />
        </div>
        <input type="hidden" name="tipId" value={tipId} />
        <TextArea label={texts.reason} name="erasureReason" hint={texts.reasonHint} rows={2} limit={500} />
        {email !== null && (
          <TextField
            label={texts.email}
            name="typedEmail"
            hint={fill(texts.typedHint, { email })}
            dir="ltr"
            spellCheck={false}
            autoCapitalize="none"
          />
        )}
        <SubmitButton variant="danger">{texts.action}</SubmitButton>
      </ActionForm>
    </div>
  );
}

function Consequences({ title, of }: { title: string; of: readonly string[] }) {
  return (
    <div>
      <p className="text-sm font-medium text-muted">{title}</p>
      <ul className="mt-1 list-disc space-y-1 ps-5 text-pretty">
        {of.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </div>
  );
}

function Erased({ tips, mentions }: { tips: number; mentions: { place: string; found: number }[] }) {
  const texts = useWords().people;
  const format = useFormat();
  const locale = useLocale();
  return (
    <div className="mt-3 space-y-4">
      <Message
        role="status"
        tone={mentions.length === 0 ? "success" : "warning"}
        title={plural(locale, texts.done, tips)}
      >
        <p>{mentions.length === 0 ? texts.nowhere : texts.mentions}</p>
        {mentions.length > 0 && (
          <ul className="font-mono text-sm">
            {mentions.map(({ place, found }) => (
              <li key={place}>{fill(texts.rows, { place, count: format.number(found) })}</li>
            ))}
          </ul>
        )}
      </Message>
      <LinkButton href="/desk/settings/people">{texts.another}</LinkButton>
    </div>
  );
}
