"use server";

import { refresh } from "next/cache";
import { type ActionState, fieldsOf, runAction } from "#lib/action.ts";
import { changingBrowser, rememberAtProvider, requireActor } from "#lib/auth/session.ts";
import { AppError } from "#lib/errors.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { configuredProvider } from "#lib/oidc/configured.ts";
import { beginAtProvider } from "#lib/oidc/provider.ts";
import { allowLinking, unlinkProvider } from "./commands.ts";
import { beginLinkingInput, unlinkProviderInput } from "./schema.ts";

/** Begins to link an account at the provider: where the member signs in there. */
export async function beginLinkingAction(
  _: ActionState,
  form: FormData,
): Promise<ActionState<{ url: string }>> {
  return runAction({ form, words: (await loadConventions()).words, isToldOnce: true }, async () => {
    const actor = await requireActor();
    const { password } = beginLinkingInput.parse(fieldsOf(form));
    await allowLinking({ actor, password, now: new Date() });
    const provider = configuredProvider();
    if (!provider) throw new AppError("not_found");
    const { url, asked } = await beginAtProvider(provider);
    await rememberAtProvider({ ...asked, from: "", linkFor: actor.id });
    return { url };
  });
}

export async function unlinkProviderAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, words: (await loadConventions()).words }, async () => {
    const actor = await requireActor();
    await unlinkProvider({
      actor,
      ...unlinkProviderInput.parse(fieldsOf(form)),
      ...(await changingBrowser()),
    });
    refresh();
  });
}
