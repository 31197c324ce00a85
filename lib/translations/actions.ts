"use server";

import { refresh } from "next/cache";
import { type ActionState, fieldsOf, runAction } from "#lib/action.ts";
import { requireActor } from "#lib/auth/session.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { publishTranslation, removeTranslation, translateTerm } from "./commands.ts";
import { publishTranslationInput, removeTranslationInput, translateTermInput } from "./schema.ts";

export async function publishTranslationAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await publishTranslation({ actor, ...publishTranslationInput.parse(fieldsOf(form)), now: new Date() });
    refresh();
  });
}

export async function removeTranslationAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await removeTranslation({ actor, ...removeTranslationInput.parse(fieldsOf(form)), now: new Date() });
    refresh();
  });
}

export async function translateTermAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await translateTerm({ actor, ...translateTermInput.parse(fieldsOf(form)), now: new Date() });
    refresh();
  });
}
