"use server";

import { refresh } from "next/cache";
import { type ActionState, fieldsOf, runAction } from "#lib/action.ts";
import { requireActor } from "#lib/auth/session.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { correctClaim, publishClaim, withdrawClaim } from "./commands.ts";
import { correctClaimInput, publishClaimInput, withdrawClaimInput } from "./schema.ts";

/** Answers the slug of the public page. */
export async function publishClaimAction(
  _: ActionState,
  form: FormData,
): Promise<ActionState<{ slug: string }>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    const result = await publishClaim({
      actor,
      ...publishClaimInput.parse(fieldsOf(form)),
      now: new Date(),
    });
    refresh();
    return result;
  });
}

export async function correctClaimAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await correctClaim({ actor, ...correctClaimInput.parse(fieldsOf(form)), now: new Date() });
    refresh();
  });
}

export async function withdrawClaimAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await withdrawClaim({ actor, ...withdrawClaimInput.parse(fieldsOf(form)), now: new Date() });
    refresh();
  });
}
