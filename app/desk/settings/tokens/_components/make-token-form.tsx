"use client";

import { useState } from "react";
import { ActionForm } from "#components/forms/action-form.tsx";
import { useWords } from "#components/locale/locale-provider.tsx";
import { FieldGroup } from "#components/ui/field.tsx";
import { useFormState } from "#components/ui/form-context.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { ShownOnce } from "#components/ui/shown-once.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { Role } from "#lib/auth/policy.ts";
import { createTokenAction } from "#lib/tokens/actions.ts";
import { scopesRefusal } from "#lib/tokens/rules.ts";
import { DAY_CHOICES, SCOPE_FIELDS, SCOPES, TOKEN_LIMITS } from "#lib/tokens/values.ts";

/** A new token: asked for, and then shown this once in place of the form. */
export function MakeTokenForm({ role }: { role: Role }) {
  const words = useWords().connections.tokens;
  const [round, setRound] = useState(0);
  return (
    <section aria-labelledby="make-token" className="rounded-lg border border-line p-4 sm:p-5">
      <h2 id="make-token" className="mb-4 font-semibold">
        {words.make}
      </h2>
      <ActionForm
        key={round}
        action={createTokenAction}
        autoComplete="off"
        answer={({ token }) => (
          <ShownOnce
            title={words.madeTitle}
            text={words.madeText}
            label={words.token}
            secret={token}
            onDone={() => setRound((before) => before + 1)}
          />
        )}
      >
        <TextField label={words.name} name="name" hint={words.nameHint} limit={TOKEN_LIMITS.name} />
        <ScopeTicks role={role} />
        <SelectField
          label={words.days}
          name="days"
          className="max-w-52"
          options={DAY_CHOICES.map((days) => ({ value: days, label: words.dayChoices[days] }))}
          defaultValue="90"
        />
        <SubmitButton>{words.submit}</SubmitButton>
      </ActionForm>
    </section>
  );
}

/** The scopes that the member's role allows. */
function ScopeTicks({ role }: { role: Role }) {
  const words = useWords().connections.tokens;
  const form = useFormState();
  const offered = SCOPES.filter((scope) => scopesRefusal({ role }, [scope]) === null);
  return (
    <FieldGroup label={words.scopes} name="scopes" hint={words.scopesHint}>
      {() => (
        <div className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
          {offered.map((scope) => (
            <label key={scope} className="flex min-h-10 items-start gap-2.5 py-1.5 pointer-coarse:min-h-11">
              <input
                type="checkbox"
                name={SCOPE_FIELDS[scope]}
                value="yes"
                defaultChecked={form?.posted[SCOPE_FIELDS[scope]] === "yes"}
                className="mt-1 size-4 shrink-0 accent-accent"
              />
              <span className="min-w-0">
                <span className="block font-medium">{words.scopeNames[scope]}</span>
                <span className="block text-sm text-pretty text-muted">{words.scopeHints[scope]}</span>
              </span>
            </label>
          ))}
        </div>
      )}
    </FieldGroup>
  );
}
