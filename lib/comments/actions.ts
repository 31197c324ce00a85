"use server";

import { type ActionState, fieldsOf, runAction } from "#lib/action.ts";
import { requireActor } from "#lib/auth/session.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import {
  addComment,
  deleteComment,
  editComment,
  readThreads,
  reopenThread,
  resolveThread,
} from "./commands.ts";
import {
  addCommentInput,
  commentIdInput,
  editCommentInput,
  readThreadsInput,
  threadIdInput,
} from "./schema.ts";

// A page without script comes back as a whole; with script, the comments fetch themselves anew and the rest of the
// page, an article of any length, is left alone. So none of these refreshes.

export async function addCommentAction(
  _: ActionState,
  form: FormData,
): Promise<ActionState<{ id: string; threadId: string }>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    return addComment({ actor, ...addCommentInput.parse(fieldsOf(form)), now: new Date() });
  });
}

export async function editCommentAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await editComment({ actor, ...editCommentInput.parse(fieldsOf(form)), now: new Date() });
  });
}

export async function deleteCommentAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await deleteComment({ actor, ...commentIdInput.parse(fieldsOf(form)), now: new Date() });
  });
}

export async function resolveThreadAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await resolveThread({ actor, ...threadIdInput.parse(fieldsOf(form)), now: new Date() });
  });
}

export async function reopenThreadAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await reopenThread({ actor, ...threadIdInput.parse(fieldsOf(form)) });
  });
}

export async function readThreadsAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await readThreads({ actor, ...readThreadsInput.parse(fieldsOf(form)), now: new Date() });
  });
}
