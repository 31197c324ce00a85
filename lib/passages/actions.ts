"use server";

import { refresh } from "next/cache";
import { type ActionState, fieldsOf, runAction } from "#lib/action.ts";
import { requireActor } from "#lib/auth/session.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { confirmPassage, detachPassage, placePassage, type Repaired, undoRepair } from "./commands.ts";
import { passageInput, placePassageInput, undoRepairInput } from "./schema.ts";

export async function confirmPassageAction(_: ActionState, form: FormData): Promise<ActionState<Repaired>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    const repaired = await confirmPassage({ actor, now: new Date(), ...passageInput.parse(fieldsOf(form)) });
    refresh();
    return repaired;
  });
}

export async function placePassageAction(_: ActionState, form: FormData): Promise<ActionState<Repaired>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    const repaired = await placePassage({
      actor,
      now: new Date(),
      ...placePassageInput.parse(fieldsOf(form)),
    });
    refresh();
    return repaired;
  });
}

export async function detachPassageAction(_: ActionState, form: FormData): Promise<ActionState<Repaired>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    const repaired = await detachPassage({ actor, now: new Date(), ...passageInput.parse(fieldsOf(form)) });
    refresh();
    return repaired;
  });
}

export async function undoRepairAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await undoRepair({ actor, now: new Date(), ...undoRepairInput.parse(fieldsOf(form)) });
    refresh();
  });
}
