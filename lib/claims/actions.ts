"use server";

import { refresh } from "next/cache";
import { type ActionState, fieldsOf, runAction } from "#lib/action.ts";
import { requireActor } from "#lib/auth/session.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import {
  createClaim,
  deleteClaim,
  dismissClaim,
  editChecks,
  editClaim,
  prioritiseClaim,
  recallClaim,
  reopenClaim,
  restoreClaim,
  submitClaim,
} from "./commands.ts";
import type { DeskClaim } from "./desk-claim.ts";
import { requireDeskClaim } from "./loaders.ts";
import {
  claimIdInput,
  createClaimInput,
  dismissClaimInput,
  editChecksInput,
  editClaimInput,
  prioritiseClaimInput,
} from "./schema.ts";

/** Makes a claim of words. Its card is the answer, and the page stays as it is. */
export async function createClaimAction(_: ActionState, form: FormData): Promise<ActionState<DeskClaim>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    const { id } = await createClaim({ actor, ...createClaimInput.parse(fieldsOf(form)) });
    return requireDeskClaim({ id, actor });
  });
}

/** Changes a claim beside the text: what it is now is the answer, and the page stays as it is. */
export async function editCardAction(_: ActionState, form: FormData): Promise<ActionState<DeskClaim>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    const { claimId, ...input } = editClaimInput.parse(fieldsOf(form));
    await editClaim({ actor, claimId, ...input });
    return requireDeskClaim({ id: claimId, actor });
  });
}

/** Deletes a claim beside the text; the page stays as it is. */
export async function deleteCardAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await deleteClaim({ actor, ...claimIdInput.parse(fieldsOf(form)) });
  });
}

export async function editClaimAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await editClaim({ actor, ...editClaimInput.parse(fieldsOf(form)) });
    refresh();
  });
}

export async function deleteClaimAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await deleteClaim({ actor, ...claimIdInput.parse(fieldsOf(form)) });
    refresh();
  });
}

/** Brings a deleted draft back. Its card is the answer, and the page stays as it is. */
export async function restoreClaimAction(_: ActionState, form: FormData): Promise<ActionState<DeskClaim>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    const { claimId } = claimIdInput.parse(fieldsOf(form));
    await restoreClaim({ actor, claimId });
    return requireDeskClaim({ id: claimId, actor });
  });
}

export async function submitClaimAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await submitClaim({ actor, ...claimIdInput.parse(fieldsOf(form)) });
    refresh();
  });
}

export async function recallClaimAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await recallClaim({ actor, ...claimIdInput.parse(fieldsOf(form)) });
    refresh();
  });
}

export async function editChecksAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await editChecks({ actor, ...editChecksInput.parse(fieldsOf(form)) });
    refresh();
  });
}

export async function dismissClaimAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await dismissClaim({ actor, ...dismissClaimInput.parse(fieldsOf(form)) });
    refresh();
  });
}

export async function reopenClaimAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await reopenClaim({ actor, ...claimIdInput.parse(fieldsOf(form)) });
    refresh();
  });
}

export async function prioritiseClaimAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await prioritiseClaim({ actor, ...prioritiseClaimInput.parse(fieldsOf(form)) });
    refresh();
  });
}
