"use server";

import { type ActionState, fieldsOf, runAction } from "#lib/action.ts";
import { requireActor } from "#lib/auth/session.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { bringBack, waveAway } from "./commands.ts";
import { listWavedAway } from "./queries.ts";
import { suggestionInput, wavedAwayInput } from "./schema.ts";

export async function waveAwayAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await waveAway({ actor, ...suggestionInput.parse(fieldsOf(form)) });
  });
}

export async function bringBackAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await bringBack({ actor, ...suggestionInput.parse(fieldsOf(form)) });
  });
}

/** What the desk has waved away in an article, as keys of its sentences: asked for when suggestions are. */
export async function listWavedAwayAction(_: ActionState, form: FormData): Promise<ActionState<string[]>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    await requireActor();
    return listWavedAway(wavedAwayInput.parse(fieldsOf(form)).articleId);
  });
}
