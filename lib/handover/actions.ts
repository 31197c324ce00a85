"use server";

import { refresh } from "next/cache";
import { type ActionState, fieldsOf, runAction } from "#lib/action.ts";
import { requireActor } from "#lib/auth/session.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { type HandedOver, handOver } from "./commands.ts";
import { handOverInput } from "./schema.ts";

export async function handOverAction(_: ActionState, form: FormData): Promise<ActionState<HandedOver>> {
  return runAction({ form, words: (await loadConventions()).words }, async () => {
    const actor = await requireActor();
    const handed = await handOver({ actor, ...handOverInput.parse(fieldsOf(form)), now: new Date() });
    refresh();
    return handed;
  });
}
