"use server";

import { refresh } from "next/cache";
import { type ActionState, fieldsOf, runAction } from "#lib/action.ts";
import { requireActor } from "#lib/auth/session.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { editArticle, watchArticle } from "./commands.ts";
import { editArticleInput, watchArticleInput } from "./schema.ts";

export async function editArticleAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  const conventions = await loadConventions();
  return runAction({ form, ...conventions }, async () => {
    const actor = await requireActor();
    const { deadlineAt, embargoUntil, ...input } = editArticleInput.parse(fieldsOf(form));
    const { instant } = conventions.format;
    const times = { deadlineAt: instant(deadlineAt), embargoUntil: instant(embargoUntil) };
    await editArticle({ actor, ...input, ...times });
    refresh();
  });
}

export async function watchArticleAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await watchArticle({ actor, now: new Date(), ...watchArticleInput.parse(fieldsOf(form)) });
    refresh();
  });
}
