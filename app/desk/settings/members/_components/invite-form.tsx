"use client";

import { ActionForm } from "#components/forms/action-form.tsx";
import { useWords } from "#components/locale/locale-provider.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { inviteMemberAction } from "#lib/invitations/actions.ts";
import { RoleCards } from "./role-cards.tsx";

/** Whom to invite, and as what. Name and password are theirs to choose. */
export function InviteForm() {
  const words = useWords();
  const { add } = words.members;
  return (
    <ActionForm action={inviteMemberAction} autoComplete="off" className="space-y-5">
      <TextField label={add.email} name="email" type="email" hint={add.emailHint} autoFocus />
      <RoleCards defaultValue="reporter" />
      <div className="flex flex-wrap gap-2 pt-1">
        <SubmitButton>{add.submit}</SubmitButton>
        <LinkButton href="/desk/settings/members">{words.common.cancel}</LinkButton>
      </div>
    </ActionForm>
  );
}
