"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { type ActionState, fieldsOf, runAction } from "#lib/action.ts";
import { requireActor } from "#lib/auth/session.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { taskIdInput } from "#lib/watch/schema.ts";
import {
  attachEvidence,
  chooseQuote,
  describeSource,
  editEvidence,
  mergeSources,
  removeEvidence,
  replaceAddress,
} from "./commands.ts";
import {
  attachEvidenceInput,
  chooseQuoteInput,
  describeSourceInput,
  editEvidenceInput,
  evidenceIdInput,
  mergeSourcesInput,
} from "./schema.ts";

export async function attachEvidenceAction(
  _: ActionState,
  form: FormData,
): Promise<ActionState<{ id: string }>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    const evidence = await attachEvidence({ actor, ...attachEvidenceInput.parse(fieldsOf(form)) });
    refresh();
    return evidence;
  });
}

export async function editEvidenceAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await editEvidence({ actor, ...editEvidenceInput.parse(fieldsOf(form)) });
    refresh();
  });
}

export async function removeEvidenceAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await removeEvidence({ actor, ...evidenceIdInput.parse(fieldsOf(form)) });
    refresh();
  });
}

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

export async function chooseQuoteAction(_: ActionState, form: FormData): Promise<ActionState<never>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    const { claimId } = await chooseQuote({ actor, ...chooseQuoteInput.parse(fieldsOf(form)) });
    redirect(`/desk/claims/${claimId}#evidence`);
  });
}
