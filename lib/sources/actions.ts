"use server";

import { refresh } from "next/cache";
import { type ActionState, fieldsOf, runAction } from "#lib/action.ts";
import { requireActor } from "#lib/auth/session.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { attachEvidence, editEvidence, removeEvidence } from "./commands.ts";
import { attachEvidenceInput, editEvidenceInput, evidenceIdInput } from "./schema.ts";

export async function attachEvidenceAction(
  _: ActionState,
  form: FormData,
): Promise<ActionState<{ id: string }>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    const evidence = await attachEvidence({ actor, ...attachEvidenceInput.parse(fieldsOf(form)) });
    refresh();
    return evidence;
  });
}

export async function editEvidenceAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await editEvidence({ actor, ...editEvidenceInput.parse(fieldsOf(form)) });
    refresh();
  });
}

export async function removeEvidenceAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await removeEvidence({ actor, ...evidenceIdInput.parse(fieldsOf(form)) });
    refresh();
  });
}
