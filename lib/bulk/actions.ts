"use server";

import { type ActionState, fieldsOf, runAction } from "#lib/action.ts";
import { requireActor } from "#lib/auth/session.ts";
import type { Format } from "#lib/i18n/format.ts";
import { sentenceOf } from "#lib/i18n/refusals.ts";
import type { Words } from "#lib/i18n/words.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { actOnClaims, type Done, undoOnClaims } from "./commands.ts";
import { type Before, bulkInput, undoBulkInput } from "./schema.ts";

/** What became of one claim; `problem` says why nothing did. */
export type BulkOutcome = {
  claimId: string;
  problem: string | null;
  hasChanged: boolean;
  undo: Before | null;
};

/** Answers what became of each claim. Nothing is read anew: the page keeps the answer until it is left. */
export async function bulkAction(_: ActionState, form: FormData): Promise<ActionState<BulkOutcome[]>> {
  const conventions = await loadConventions();
  return runAction({ form, ...conventions }, async () => {
    const actor = await requireActor();
    const { claims, ...input } = bulkInput.parse(fieldsOf(form));
    const deed =
      input.act === "snooze"
        ? { ...input, until: conventions.format.instant(`${input.until}T00:00`) }
        : input;
    const done = await actOnClaims({ actor, claims, deed, now: new Date() });
    return outcomesOf(done, conventions);
  });
}

export async function undoBulkAction(_: ActionState, form: FormData): Promise<ActionState<BulkOutcome[]>> {
  const conventions = await loadConventions();
  return runAction({ form, ...conventions }, async () => {
    const actor = await requireActor();
    const done = await undoOnClaims({ actor, ...undoBulkInput.parse(fieldsOf(form)), now: new Date() });
    return outcomesOf(done, conventions);
  });
}

function outcomesOf(done: readonly Done[], { words, format }: { words: Words; format: Format }) {
  return done.map(({ claimId, refusal, undo }) => ({
    claimId,
    problem: refusal && sentenceOf(refusal, words, format),
    hasChanged: refusal?.reason === "changed_meanwhile",
    undo,
  }));
}
