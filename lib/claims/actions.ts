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
  recordReply,
  reopenClaim,
  submitClaim,
} from "./commands.ts";
import { listClaimants, listTopics } from "./queries.ts";
import {
  claimIdInput,
  createClaimInput,
  dismissClaimInput,
  editChecksInput,
  editClaimInput,
  prioritiseClaimInput,
  recordReplyInput,
} from "./schema.ts";

export async function createClaimAction(
  _: ActionState,
  form: FormData,
): Promise<ActionState<{ id: string; number: number }>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    const claim = await createClaim({ actor, ...createClaimInput.parse(fieldsOf(form)) });
    refresh();
    return claim;
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

export async function submitClaimAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await submitClaim({ actor, ...claimIdInput.parse(fieldsOf(form)) });
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

export async function recordReplyAction(
  _: ActionState,
  form: FormData,
): Promise<ActionState<{ id: string }>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    const reply = await recordReply({ actor, ...recordReplyInput.parse(fieldsOf(form)) });
    refresh();
    return reply;
  });
}

/** Names on file that begin like what is being typed, for completion. */
export async function suggestNamesAction(of: "claimants" | "topics", prefix: string): Promise<string[]> {
  await requireActor();
  return of === "claimants" ? listClaimants(String(prefix)) : listTopics(String(prefix));
}
