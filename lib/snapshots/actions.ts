"use server";

import { refresh } from "next/cache";
import { type ActionState, fieldsOf, runAction } from "#lib/action.ts";
import { requireActor } from "#lib/auth/session.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { keepCopy } from "./commands.ts";
import { sourceIdInput } from "./schema.ts";

export async function keepCopyAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await keepCopy({ actor, now: new Date(), ...sourceIdInput.parse(fieldsOf(form)) });
    refresh();
  });
}
