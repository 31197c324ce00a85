"use server";

import { refresh } from "next/cache";
import { type ActionState, fieldsOf, runAction } from "#lib/action.ts";
import { requireActor } from "#lib/auth/session.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { editReply, recordReply, removeReply } from "./commands.ts";
import { editReplyInput, recordReplyInput, replyIdInput } from "./schema.ts";

export async function recordReplyAction(
  _: ActionState,
  form: FormData,
): Promise<ActionState<{ id: string }>> {
  const conventions = await loadConventions();
  return runAction({ form, ...conventions }, async () => {
    const actor = await requireActor();
    const { deadlineAt, ...input } = recordReplyInput.parse(fieldsOf(form));
    const reply = await recordReply({ actor, ...input, deadlineAt: conventions.format.instant(deadlineAt) });
    refresh();
    return reply;
  });
}

export async function editReplyAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  const conventions = await loadConventions();
  return runAction({ form, ...conventions }, async () => {
    const actor = await requireActor();
    const { deadlineAt, ...input } = editReplyInput.parse(fieldsOf(form));
    await editReply({ actor, ...input, deadlineAt: conventions.format.instant(deadlineAt) });
    refresh();
  });
}

export async function removeReplyAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await removeReply({ actor, ...replyIdInput.parse(fieldsOf(form)) });
    refresh();
  });
}
