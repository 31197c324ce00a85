"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { type ActionState, fieldsOf, runAction } from "#lib/action.ts";
import type { Actor } from "#lib/auth/policy.ts";
import { requireActor } from "#lib/auth/session.ts";
import { loadWords } from "#lib/members/loaders.ts";
import {
  addProblem,
  addRating,
  discardScale,
  draftScale,
  editProblem,
  editRating,
  moveRating,
  putScaleIntoUse,
  removeProblem,
  renameScale,
  retireRating,
} from "./commands.ts";
import { RATINGS_PAGE } from "./loaders.ts";
import {
  addProblemInput,
  addRatingInput,
  draftScaleInput,
  editProblemInput,
  editRatingInput,
  moveRatingInput,
  removeProblemInput,
  renameScaleInput,
  retireRatingInput,
  scaleDraftInput,
} from "./schema.ts";

/** Runs a change of the draft and shows it. */
async function change(
  form: FormData,
  run: (actor: Actor, fields: Record<string, string>) => Promise<void>,
): Promise<ActionState<void>> {
  return runAction({ form, words: await loadWords() }, async () => {
    await run(await requireActor(), fieldsOf(form));
    refresh();
  });
}

export async function draftScaleAction(_: ActionState, form: FormData): Promise<ActionState<never>> {
  return runAction({ form, words: await loadWords() }, async () => {
    const actor = await requireActor();
    await draftScale({ actor, ...draftScaleInput.parse(fieldsOf(form)) });
    redirect(`${RATINGS_PAGE}/draft`);
  });
}

export async function renameScaleAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return change(form, (actor, fields) => renameScale({ actor, ...renameScaleInput.parse(fields) }));
}

export async function addRatingAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return change(form, (actor, fields) => addRating({ actor, ...addRatingInput.parse(fields) }));
}

export async function editRatingAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return change(form, (actor, fields) => editRating({ actor, ...editRatingInput.parse(fields) }));
}

export async function retireRatingAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return change(form, (actor, fields) => retireRating({ actor, ...retireRatingInput.parse(fields) }));
}

export async function moveRatingAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return change(form, (actor, fields) => moveRating({ actor, ...moveRatingInput.parse(fields) }));
}

export async function addProblemAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return change(form, (actor, fields) => addProblem({ actor, ...addProblemInput.parse(fields) }));
}

export async function editProblemAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return change(form, (actor, fields) => editProblem({ actor, ...editProblemInput.parse(fields) }));
}

export async function removeProblemAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return change(form, (actor, fields) => removeProblem({ actor, ...removeProblemInput.parse(fields) }));
}

export async function putScaleIntoUseAction(_: ActionState, form: FormData): Promise<ActionState<never>> {
  return runAction({ form, words: await loadWords() }, async () => {
    const actor = await requireActor();
    await putScaleIntoUse({ actor, ...scaleDraftInput.parse(fieldsOf(form)), now: new Date() });
    redirect(RATINGS_PAGE);
  });
}

export async function discardScaleAction(_: ActionState, form: FormData): Promise<ActionState<never>> {
  return runAction({ form, words: await loadWords() }, async () => {
    const actor = await requireActor();
    await discardScale({ actor, ...scaleDraftInput.parse(fieldsOf(form)) });
    redirect(RATINGS_PAGE);
  });
}
