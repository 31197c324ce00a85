"use server";

import { refresh } from "next/cache";
import { type ActionState, fieldsOf, runAction } from "#lib/action.ts";
import { requireActor } from "#lib/auth/session.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { addFeed, editFeed, removeFeed } from "./commands.ts";
import { addFeedInput, editFeedInput, feedIdInput } from "./schema.ts";

export async function addFeedAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, words: (await loadConventions()).words }, async () => {
    const actor = await requireActor();
    await addFeed({ actor, ...addFeedInput.parse(fieldsOf(form)), now: new Date() });
    refresh();
  });
}

export async function editFeedAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, words: (await loadConventions()).words }, async () => {
    const actor = await requireActor();
    await editFeed({ actor, ...editFeedInput.parse(fieldsOf(form)), now: new Date() });
    refresh();
  });
}

export async function removeFeedAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, words: (await loadConventions()).words }, async () => {
    const actor = await requireActor();
    await removeFeed({ actor, ...feedIdInput.parse(fieldsOf(form)) });
    refresh();
  });
}
