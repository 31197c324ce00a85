"use server";

import { refresh } from "next/cache";
import { type ActionState, fieldsOf, runAction } from "#lib/action.ts";
import { requireActor } from "#lib/auth/session.ts";
import { claimIdInput } from "#lib/claims/schema.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { assignClaim, snoozeClaim, unassignClaim, wakeClaim } from "./commands.ts";
import { assignClaimInput, snoozeClaimInput } from "./schema.ts";

export async function assignClaimAction(
  _: ActionState,
  form: FormData,
): Promise<ActionState<{ before: string | null; name: string }>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    const result = await assignClaim({ actor, ...assignClaimInput.parse(fieldsOf(form)), now: new Date() });
    refresh();
    return result;
  });
}

export async function unassignClaimAction(
  _: ActionState,
  form: FormData,
): Promise<ActionState<{ before: string | null }>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    const result = await unassignClaim({ actor, ...claimIdInput.parse(fieldsOf(form)), now: new Date() });
    refresh();
    return result;
  });
}

export async function snoozeClaimAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  const conventions = await loadConventions();
  return runAction({ form, ...conventions }, async () => {
    const actor = await requireActor();
    const { claimId, until } = snoozeClaimInput.parse(fieldsOf(form));
    await snoozeClaim({
      actor,
      claimId,
      until: conventions.format.instant(`${until}T00:00`),
      now: new Date(),
    });
    refresh();
  });
}

export async function wakeClaimAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await wakeClaim({ actor, ...claimIdInput.parse(fieldsOf(form)), now: new Date() });
    refresh();
  });
}
