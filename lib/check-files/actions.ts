"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { type ActionState, fieldsOf, fileOf, runAction } from "#lib/action.ts";
import { requireActor } from "#lib/auth/session.ts";
import { AppError } from "#lib/errors.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { chooseRatings, lookAgain, removeFile, sendFile, startFileImport } from "./commands.ts";
import { chooseRatingsInput, fileIdInput, sendFileInput } from "./schema.ts";
import { FILE_NAME } from "./values.ts";

/** Keeps a file, and leads to what would become of it. */
export async function sendFileAction(_: ActionState, form: FormData): Promise<ActionState<never>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor("checks.import");
    const { file: __, ...fields } = fieldsOf(form);
    const { fileUse: use } = sendFileInput.parse(fields);
    const file = fileOf(form, "file");
    if (!file) throw new AppError("file_missing", { field: "file" });
    const name = file.name.toWellFormed().replaceAll("\0", "").slice(0, FILE_NAME);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { id } = await sendFile({ actor, use, name, bytes, now: new Date() });
    redirect(`/desk/settings/checks/${id}`);
  });
}

/** `label` and `ratingId` come as often as there are labels, in the same order. */
export async function chooseRatingsAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor("checks.import");
    const all = (name: string) => (form instanceof FormData ? form.getAll(name) : []);
    const input = { ...fieldsOf(form), label: all("label"), ratingId: all("ratingId") };
    const { fileId, label, ratingId } = chooseRatingsInput.parse(input);
    const pairs = label.map((each, at) => [each, ratingId[at] ?? ""] as const);
    const chosen = new Map(pairs.filter(([, rating]) => rating !== ""));
    await chooseRatings({ actor, fileId, chosen, now: new Date() });
    refresh();
  });
}

export async function importFileRowsAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor("checks.import");
    await startFileImport({ actor, ...fileIdInput.parse(fieldsOf(form)), now: new Date() });
    refresh();
  });
}

export async function lookAgainAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor("checks.import");
    await lookAgain({ actor, ...fileIdInput.parse(fieldsOf(form)), now: new Date() });
    refresh();
  });
}

export async function removeFileAction(_: ActionState, form: FormData): Promise<ActionState<never>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor("checks.import");
    await removeFile({ actor, ...fileIdInput.parse(fieldsOf(form)) });
    redirect("/desk/settings/checks");
  });
}
