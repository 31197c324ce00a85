"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { type ActionState, fieldsOf, runAction } from "#lib/action.ts";
import type { BlockType } from "#lib/anchoring/blocks.ts";
import { requireActor } from "#lib/auth/session.ts";
import { type ArticleMetadata, importArticle } from "#lib/importing/import-article.ts";
import type { ImportNote } from "#lib/importing/imported-text.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { createArticle, editArticle } from "./commands.ts";
import { createArticleInput, editArticleInput, previewTextInput } from "./schema.ts";

export async function createArticleAction(_: ActionState, form: FormData): Promise<ActionState<never>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    const { id } = await createArticle({ actor, ...createArticleInput.parse(fieldsOf(form)) });
    redirect(`/desk/articles/${id}`);
  });
}

export async function editArticleAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await editArticle({ actor, ...editArticleInput.parse(fieldsOf(form)) });
    refresh();
  });
}

/** What pasted text would become, block by block, and what was read out of it. Saves nothing. */
export type TextPreview = {
  blocks: { type: BlockType; text: string }[];
  metadata: ArticleMetadata;
  notes: ImportNote[];
};

export async function previewTextAction(_: ActionState, form: FormData): Promise<ActionState<TextPreview>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    await requireActor();
    const { text } = previewTextInput.parse(fieldsOf(form));
    const { text: clean, blocks, metadata, notes } = importArticle({ kind: "text", text });
    return {
      blocks: blocks.map(({ type, start, end }) => ({ type, text: clean.slice(start, end) })),
      metadata,
      notes,
    };
  });
}
