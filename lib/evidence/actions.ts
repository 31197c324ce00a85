"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { type ActionState, fieldsOf, fileOf, runAction } from "#lib/action.ts";
import { requireActor } from "#lib/auth/session.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import {
  type Attached,
  attachDocument,
  attachEvidence,
  chooseQuote,
  editEvidence,
  orderEvidence,
  removeEvidence,
} from "./commands.ts";
import {
  attachDocumentInput,
  attachEvidenceInput,
  chooseQuoteInput,
  editEvidenceInput,
  orderEvidenceInput,
  removeEvidenceInput,
} from "./schema.ts";

/** With a file in the field `document` the file is the source, otherwise what is written. */
export async function attachEvidenceAction(_: ActionState, form: FormData): Promise<ActionState<Attached>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    const { alt, ...fields } = fieldsOf(form);
    const file = fileOf(form, "document");
    const attached = file
      ? await attachDocument({
          actor,
          ...attachDocumentInput.parse({ ...fields, alt, fileName: file.name }),
          bytes: new Uint8Array(await file.arrayBuffer()),
        })
      : { ...(await attachEvidence({ actor, ...attachEvidenceInput.parse(fields) })), known: null };
    refresh();
    return attached;
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
    await removeEvidence({ actor, ...removeEvidenceInput.parse(fieldsOf(form)) });
    refresh();
  });
}

export async function orderEvidenceAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await orderEvidence({ actor, ...orderEvidenceInput.parse(fieldsOf(form)) });
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
