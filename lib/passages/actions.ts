"use server";

import { refresh } from "next/cache";
import { type ActionState, fieldsOf, runAction } from "#lib/action.ts";
import { requireActor } from "#lib/auth/session.ts";
import type { DeskClaim } from "#lib/claims/desk-claim.ts";
import { requireDeskClaim } from "#lib/claims/loaders.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import {
  addPassage,
  confirmPassage,
  detachPassage,
  movePassage,
  placePassage,
  type Repaired,
  removePassage,
  undoRepair,
} from "./commands.ts";
import {
  addPassageInput,
  movePassageInput,
  passageInput,
  placePassageInput,
  removePassageInput,
  undoRepairInput,
} from "./schema.ts";

/** A passage where it stands now (UTF-16 code units into the newest text, end exclusive), and its claim's card. */
type AddedPassage = { claim: DeskClaim; passage: { id: string; start: number; end: number } };

export async function confirmPassageAction(_: ActionState, form: FormData): Promise<ActionState<Repaired>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    const repaired = await confirmPassage({ actor, now: new Date(), ...passageInput.parse(fieldsOf(form)) });
    refresh();
    return repaired;
  });
}

export async function placePassageAction(_: ActionState, form: FormData): Promise<ActionState<Repaired>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    const repaired = await placePassage({
      actor,
      now: new Date(),
      ...placePassageInput.parse(fieldsOf(form)),
    });
    refresh();
    return repaired;
  });
}

export async function detachPassageAction(_: ActionState, form: FormData): Promise<ActionState<Repaired>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    const repaired = await detachPassage({ actor, now: new Date(), ...passageInput.parse(fieldsOf(form)) });
    refresh();
    return repaired;
  });
}

export async function undoRepairAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await undoRepair({ actor, now: new Date(), ...undoRepairInput.parse(fieldsOf(form)) });
    refresh();
  });
}

/** Attaches more words to a claim beside the text. Its card is the answer, and the page stays as it is. */
export async function addPassageAction(_: ActionState, form: FormData): Promise<ActionState<AddedPassage>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    const input = addPassageInput.parse(fieldsOf(form));
    const passage = await addPassage({ actor, now: new Date(), ...input });
    return { passage, claim: await requireDeskClaim({ id: input.claimId, actor }) };
  });
}

/** Takes words from a claim beside the text. Its card is the answer, and the page stays as it is. */
export async function removePassageAction(_: ActionState, form: FormData): Promise<ActionState<DeskClaim>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    const input = removePassageInput.parse(fieldsOf(form));
    const { claimId } = await removePassage({ actor, now: new Date(), ...input });
    return requireDeskClaim({ id: claimId, actor });
  });
}

/** Lets other words make a claim beside the text. Its card is the answer, and the page stays as it is. */
export async function movePassageAction(_: ActionState, form: FormData): Promise<ActionState<DeskClaim>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    const input = movePassageInput.parse(fieldsOf(form));
    const { claimId } = await movePassage({ actor, now: new Date(), ...input });
    return requireDeskClaim({ id: claimId, actor });
  });
}
