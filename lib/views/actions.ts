"use server";

import { refresh } from "next/cache";
import { type ActionState, fieldsOf, runAction } from "#lib/action.ts";
import { requireActor } from "#lib/auth/session.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { deleteView, saveView } from "./commands.ts";
import { saveViewInput, viewIdInput } from "./schema.ts";

export async function saveViewAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await saveView({ actor, ...saveViewInput.parse(fieldsOf(form)) });
    refresh();
  });
}

export async function deleteViewAction(
  _: ActionState,
  form: FormData,
): Promise<ActionState<{ name: string; query: string }>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    const deleted = await deleteView({ actor, ...viewIdInput.parse(fieldsOf(form)) });
    refresh();
    return deleted;
  });
}
