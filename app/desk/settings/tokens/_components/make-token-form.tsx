"use client";

import { SecretForm } from "#components/forms/secret-form.tsx";
import { useWords } from "#components/locale/locale-provider.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { TickBoxes } from "#components/ui/tick-boxes.tsx";
import type { Role } from "#lib/auth/policy.ts";
import { createTokenAction } from "#lib/tokens/actions.ts";
import { scopesRefusal } from "#lib/tokens/rules.ts";
import { DAY_CHOICES, SCOPE_FIELDS, SCOPES, TOKEN_LIMITS } from "#lib/tokens/values.ts";

/** A new token: asked for, and then shown this once in place of the form. */
export function MakeTokenForm({ role }: { role: Role }) {
  const words = useWords().connections.tokens;
  /** What the member's role allows. */
  const offered = SCOPES.filter((scope) => scopesRefusal({ role }, [scope]) === null);
  return (
    <section aria-labelledby="make-token" className="rounded-lg border border-line p-4 sm:p-5">
      <h2 id="make-token" className="mb-4 font-semibold">
        {words.make}
      </h2>
      <SecretForm action={createTokenAction} texts={{ ...words, secret: words.token }}>
        <TextField label={words.name} name="name" hint={words.nameHint} limit={TOKEN_LIMITS.name} />
        <TickBoxes
          label={words.scopes}
          name="scopes"
          hint={words.scopesHint}
          ticks={offered.map((scope) => ({
            name: SCOPE_FIELDS[scope],
            label: words.scopeNames[scope],
            hint: words.scopeHints[scope],
          }))}
        />
        <SelectField
          label={words.days}
          name="days"
          className="max-w-52"
          options={DAY_CHOICES.map((days) => ({ value: days, label: words.dayChoices[days] }))}
          defaultValue="90"
        />
        <TextField
          label={words.password}
          name="password"
          type="password"
          hint={words.passwordHint}
          autoComplete="current-password"
        />
        <SubmitButton>{words.submit}</SubmitButton>
      </SecretForm>
    </section>
  );
}
