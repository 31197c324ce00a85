"use server";

import { refresh } from "next/cache";
import { type ActionState, fieldsOf, runAction } from "#lib/action.ts";
import { isArchivingOn } from "#lib/archiving/configured.ts";
import { requireActor } from "#lib/auth/session.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { archiveCopy } from "./commands.ts";
import { archiveCopyInput } from "./schema.ts";

export async function archiveCopyAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    const input = archiveCopyInput.parse(fieldsOf(form));
    await archiveCopy({ actor, isOn: isArchivingOn(), now: new Date(), ...input });
    refresh();
  });
}
