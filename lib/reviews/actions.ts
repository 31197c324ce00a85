"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { type ActionState, fieldsOf, runAction } from "#lib/action.ts";
import { requireActor } from "#lib/auth/session.ts";
import { claimIdInput } from "#lib/claims/schema.ts";
import type { ClaimState } from "#lib/claims/values.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { extendLease, giveOpinion, releaseClaim, returnClaim, takeClaim, takeNext } from "./commands.ts";
import { giveOpinionInput, returnClaimInput } from "./schema.ts";

/** Takes the next claim from the queue and opens it. */
export async function takeNextAction(_: ActionState, form: FormData): Promise<ActionState<never>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const { claimId } = await takeNext({ actor: await requireActor(), now: new Date() });
    redirect(`/desk/claims/${claimId}?from=queue`);
  });
}

export async function takeClaimAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await takeClaim({ actor, ...claimIdInput.parse(fieldsOf(form)), now: new Date() });
    refresh();
  });
}

export async function releaseClaimAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await releaseClaim({ actor, ...claimIdInput.parse(fieldsOf(form)), now: new Date() });
    refresh();
  });
}

/** Called while somebody writes. Does not refresh the page: what they write stays as it is. */
export async function extendLeaseAction(
  _: ActionState,
  form: FormData,
): Promise<ActionState<{ expiresAt: Date }>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    return extendLease({ actor, ...claimIdInput.parse(fieldsOf(form)), now: new Date() });
  });
}

export async function giveOpinionAction(
  _: ActionState,
  form: FormData,
): Promise<ActionState<{ state: ClaimState }>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    const result = await giveOpinion({ actor, ...giveOpinionInput.parse(fieldsOf(form)), now: new Date() });
    refresh();
    return result;
  });
}

export async function returnClaimAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await returnClaim({ actor, ...returnClaimInput.parse(fieldsOf(form)), now: new Date() });
    refresh();
  });
}
