"use client";

import { ActionForm } from "#components/forms/action-form.tsx";
import { useWords } from "#components/locale/locale-provider.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { fill } from "#lib/i18n/words.ts";
import { addMemberAction } from "#lib/members/actions.ts";
import { PASSWORD_LENGTH } from "#lib/members/schema.ts";
import { RoleCards } from "./role-cards.tsx";

/** A new login. The admin chooses the first password and hands it over. */
export function AddMemberForm() {
  const words = useWords();
  const { add } = words.members;
  return (
    <ActionForm action={addMemberAction} autoComplete="off" className="space-y-5">
      <TextField label={add.name} name="name" hint={add.nameHint} />
      <TextField label={add.email} name="email" type="email" />
      <RoleCards defaultValue="reporter" />
      <TextField
        label={add.password}
        name="password"
        hint={fill(add.passwordHint, PASSWORD_LENGTH)}
        autoComplete="off"
        spellCheck={false}
      />
      <div className="flex flex-wrap gap-2 pt-1">
        <SubmitButton>{add.submit}</SubmitButton>
        <LinkButton href="/desk/settings/members">{words.common.cancel}</LinkButton>
      </div>
    </ActionForm>
  );
}
