"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { type ActionState, fieldsOf, runAction } from "#lib/action.ts";
import { requireActor } from "#lib/auth/session.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { askCheck, letStand, wantCorrection } from "./commands.ts";
import { letStandInput, sourceIdInput, taskIdInput } from "./schema.ts";

export async function askCheckAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await askCheck({ actor, now: new Date(), ...sourceIdInput.parse(fieldsOf(form)) });
    refresh();
  });
}

export async function letStandAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await letStand({ actor, now: new Date(), ...letStandInput.parse(fieldsOf(form)) });
    refresh();
  });
}

/** Leads on to where claims are corrected. */
export async function wantCorrectionAction(_: ActionState, form: FormData): Promise<ActionState<never>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    const { claimId } = await wantCorrection({
      actor,
      now: new Date(),
      ...taskIdInput.parse(fieldsOf(form)),
    });
    redirect(`/desk/claims/${claimId}#correct`);
  });
}
