"use server";

import { refresh } from "next/cache";
import { type ActionState, fieldsOf, runAction } from "#lib/action.ts";
import { requireActor } from "#lib/auth/session.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { savePolicy, translatePolicy } from "./commands.ts";
import { savePolicyInput, translatePolicyInput } from "./schema.ts";

export async function savePolicyAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await savePolicy({ actor, ...savePolicyInput.parse(fieldsOf(form)), now: new Date() });
    refresh();
  });
}

export async function translatePolicyAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await translatePolicy({ actor, ...translatePolicyInput.parse(fieldsOf(form)), now: new Date() });
    refresh();
  });
}
