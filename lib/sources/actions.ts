"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { type ActionState, fieldsOf, runAction } from "#lib/action.ts";
import { requireActor } from "#lib/auth/session.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { taskIdInput } from "#lib/watch/schema.ts";
import { describeSource, mergeSources, replaceAddress } from "./commands.ts";
import { describeSourceInput, mergeSourcesInput } from "./schema.ts";

export async function describeSourceAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await describeSource({ actor, ...describeSourceInput.parse(fieldsOf(form)) });
    refresh();
  });
}

export async function mergeSourcesAction(_: ActionState, form: FormData): Promise<ActionState<never>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    const input = mergeSourcesInput.parse(fieldsOf(form));
    await mergeSources({ actor, now: new Date(), ...input });
    redirect(`/desk/sources/${input.intoId}`);
  });
}

export async function replaceAddressAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await replaceAddress({ actor, now: new Date(), ...taskIdInput.parse(fieldsOf(form)) });
    refresh();
  });
}
