"use server";

import { refresh } from "next/cache";
import { type ActionState, fieldsOf, runAction } from "#lib/action.ts";
import { requireActor } from "#lib/auth/session.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { confirmPassage, detachPassage, placePassage } from "./commands.ts";
import { passageInput, placePassageInput } from "./schema.ts";

export async function confirmPassageAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await confirmPassage({ actor, now: new Date(), ...passageInput.parse(fieldsOf(form)) });
    refresh();
  });
}

export async function placePassageAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await placePassage({ actor, now: new Date(), ...placePassageInput.parse(fieldsOf(form)) });
    refresh();
  });
}

export async function detachPassageAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await detachPassage({ actor, now: new Date(), ...passageInput.parse(fieldsOf(form)) });
    refresh();
  });
}
