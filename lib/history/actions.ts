"use server";

import { refresh } from "next/cache";
import { type ActionState, runAction } from "#lib/action.ts";
import { requireActor } from "#lib/auth/session.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { askVerification } from "./commands.ts";

/** Has the history verified now; the page it is called from shows what comes of it. */
export async function verifyNowAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await askVerification({ actor, now: new Date() });
    refresh();
  });
}
