"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { type ActionState, fieldsOf, runAction } from "#lib/action.ts";
import { requireActor } from "#lib/auth/session.ts";
import { AppError } from "#lib/errors.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import {
  checkForChanges,
  type OriginalInput,
  retryImport,
  saveAsArticle,
  saveAsRevision,
  startImport,
} from "./commands.ts";
import {
  checkForChangesInput,
  fileName,
  importAddressInput,
  importFileInput,
  importIdInput,
  importPastedInput,
  saveAsArticleInput,
  saveAsRevisionInput,
} from "./schema.ts";
import { MAX_IMPORT_BYTES } from "./values.ts";

export async function importAddressAction(_: ActionState, form: FormData): Promise<ActionState<never>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    const input = importAddressInput.parse(fieldsOf(form));
    const { id } = await startImport({ actor, kind: "url", original: null, now: new Date(), ...input });
    redirect(`/desk/imports/${id}`);
  });
}

export async function importPastedAction(_: ActionState, form: FormData): Promise<ActionState<never>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    const { text, html, ...input } = importPastedInput.parse(fieldsOf(form));
    const kind = html === "" ? "text" : "html";
    const original: OriginalInput = {
      bytes: new TextEncoder().encode(html === "" ? text : html),
      contentType: html === "" ? "text/plain; charset=utf-8" : "text/html; charset=utf-8",
      url: null,
    };
    const { id } = await startImport({ actor, kind, original, now: new Date(), ...input });
    redirect(`/desk/imports/${id}`);
  });
}

export async function importFileAction(_: ActionState, form: FormData): Promise<ActionState<never>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    const { file: __, ...fields } = fieldsOf(form);
    const input = importFileInput.parse(fields);
    const original = await uploaded(form);
    const { id } = await startImport({ actor, kind: "file", original, now: new Date(), ...input });
    redirect(`/desk/imports/${id}`);
  });
}

async function uploaded(form: FormData): Promise<OriginalInput> {
  const file = form instanceof FormData ? form.get("file") : null;
  if (!(file instanceof File) || file.size === 0) throw new AppError("file_missing", { field: "file" });
  if (file.size > MAX_IMPORT_BYTES) {
    throw new AppError("import_too_large", {
      values: { limit: MAX_IMPORT_BYTES / 1_000_000 },
      field: "file",
    });
  }
  return {
    bytes: new Uint8Array(await file.arrayBuffer()),
    contentType: file.type === "" ? null : file.type,
    url: null,
    fileName: fileName.safeParse(file.name).data ?? null,
  };
}

export async function retryImportAction(_: ActionState, form: FormData): Promise<ActionState<never>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    const { id } = await retryImport({ actor, now: new Date(), ...importIdInput.parse(fieldsOf(form)) });
    redirect(`/desk/imports/${id}`);
  });
}

/** `kept` comes once for each block that stays. */
export async function saveAsArticleAction(_: ActionState, form: FormData): Promise<ActionState<never>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    const input = saveAsArticleInput.parse({ ...fieldsOf(form), kept: keptOf(form) });
    const { id } = await saveAsArticle({ actor, now: new Date(), ...input });
    redirect(`/desk/articles/${id}`);
  });
}

export async function saveAsRevisionAction(_: ActionState, form: FormData): Promise<ActionState<never>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    const input = saveAsRevisionInput.parse({ ...fieldsOf(form), kept: keptOf(form) });
    const { articleId } = await saveAsRevision({ actor, now: new Date(), ...input });
    redirect(`/desk/articles/${articleId}/revisions`);
  });
}

function keptOf(form: FormData): FormDataEntryValue[] {
  return form instanceof FormData ? form.getAll("kept") : [];
}

/** Looks at an article's page for changes; the page it is called from shows how that goes. */
export async function checkForChangesAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await checkForChanges({ actor, now: new Date(), ...checkForChangesInput.parse(fieldsOf(form)) });
    refresh();
  });
}
