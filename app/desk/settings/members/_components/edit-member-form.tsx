"use client";

import { ActionForm } from "#components/forms/action-form.tsx";
import { FormActions } from "#components/forms/form-actions.tsx";
import { useWords } from "#components/locale/locale-provider.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { ROLES } from "#lib/auth/policy.ts";
import { fill } from "#lib/i18n/words.ts";
import { editMemberAction } from "#lib/members/actions.ts";
import type { Member } from "#lib/members/queries.ts";
import { AskFirst, type Question } from "./ask-first.tsx";
import { RoleCards } from "./role-cards.tsx";

/** A member's name and role. A change of role is asked about first. */
export function EditMemberForm({ member, actorId }: { member: Member; actorId: string }) {
  const words = useWords();
  const { add, edit } = words.members;
  const toast = useToast();

  function question(form: FormData): Question | null {
    const role = ROLES.find((known) => known === form.get("role"));
    if (!role || role === member.role) return null;
    const { roles } = words.common;
    const change = fill(edit.confirmRole.body, { before: roles[member.role], after: roles[role] });
    return {
      title: fill(edit.confirmRole.title, member),
      text: member.id === actorId ? `${change} ${edit.confirmRole.own}` : change,
      confirm: edit.confirmRole.confirm,
    };
  }

  return (
    <ActionForm
      action={editMemberAction}
      draftKey={`${actorId}:member:${member.id}`}
      onDone={() => toast({ title: edit.saved })}
      className="space-y-5"
    >
      <input type="hidden" name="memberId" value={member.id} />
      <input type="hidden" name="version" value={member.version} />
      <TextField label={add.name} name="name" hint={add.nameHint} defaultValue={member.name} />
      <p>
        <span className="mb-1.5 block text-sm font-medium text-muted">{add.email}</span>
        <span className="wrap-break-word">{member.email}</span>
      </p>
      <RoleCards defaultValue={member.role} />
      <FormActions>
        <AskFirst question={question}>{words.common.save}</AskFirst>
      </FormActions>
    </ActionForm>
  );
}
