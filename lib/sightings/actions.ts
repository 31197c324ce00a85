"use server";

import { refresh } from "next/cache";
import { type ActionState, fieldsOf, runAction } from "#lib/action.ts";
import { requireActor } from "#lib/auth/session.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { recordSighting, takeBackSighting } from "./commands.ts";
import { evidenceIdInput, sightingInput } from "./schema.ts";

export async function recordSightingAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await recordSighting({ actor, ...sightingInput.parse(fieldsOf(form)) });
    refresh();
  });
}

export async function takeBackSightingAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await takeBackSighting({ actor, ...evidenceIdInput.parse(fieldsOf(form)) });
    refresh();
  });
}
