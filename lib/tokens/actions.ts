"use server";

import { refresh } from "next/cache";
import { type ActionState, fieldsOf, runAction } from "#lib/action.ts";
import { changingBrowser, requireActor } from "#lib/auth/session.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { makeOwnToken, revokeToken } from "./commands.ts";
import { makeTokenInput, tokenIdInput } from "./schema.ts";

/** Makes a token of whoever asks. What it is stands in this one answer. */
export async function createTokenAction(
  _: ActionState,
  form: FormData,
): Promise<ActionState<{ secret: string }>> {
  const { words, format } = await loadConventions();
  return runAction({ form, words, format, isToldOnce: true }, async () => {
    const actor = await requireActor();
    const input = makeTokenInput.parse(fieldsOf(form));
    const { token: secret } = await makeOwnToken({ actor, ...input, ...(await changingBrowser()) });
    refresh();
    return { secret };
  });
}

export async function revokeTokenAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, words: (await loadConventions()).words }, async () => {
    const actor = await requireActor();
    await revokeToken({ actor, ...tokenIdInput.parse(fieldsOf(form)), now: new Date() });
    refresh();
  });
}
