"use server";

import { refresh } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { type ActionState, fieldsOf, runAction } from "#lib/action.ts";
import { returnPath } from "#lib/auth/return-path.ts";
import {
  askingBrowser,
  changingBrowser,
  rememberBrowser,
  rememberSession,
  requireActor,
} from "#lib/auth/session.ts";
import { loadConventions, loadWords } from "#lib/members/loaders.ts";
import { addPasskey, beginPasskey, beginPasskeySignIn, removePasskey, signInByPasskey } from "./commands.ts";
import { addPasskeyInput, beginPasskeyInput, removePasskeyInput, signInByPasskeyInput } from "./schema.ts";

/** What a device is to be told. */
type Asked<Begin extends (...input: never[]) => Promise<unknown>> = { asked: Awaited<ReturnType<Begin>> };

export async function beginPasskeyAction(
  _: ActionState,
  form: FormData,
): Promise<ActionState<Asked<typeof beginPasskey>>> {
  return runAction({ form, words: (await loadConventions()).words, isToldOnce: true }, async () => {
    const actor = await requireActor();
    const { password } = beginPasskeyInput.parse(fieldsOf(form));
    return { asked: await beginPasskey({ actor, password, now: new Date() }) };
  });
}

export async function addPasskeyAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, words: (await loadConventions()).words }, async () => {
    const actor = await requireActor();
    await addPasskey({ actor, ...addPasskeyInput.parse(fieldsOf(form)), ...(await changingBrowser()) });
    refresh();
  });
}

export async function removePasskeyAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, words: (await loadConventions()).words }, async () => {
    const actor = await requireActor();
    await removePasskey({ actor, ...removePasskeyInput.parse(fieldsOf(form)), ...(await changingBrowser()) });
    refresh();
  });
}

export async function beginPasskeySignInAction(
  _: ActionState,
  form: FormData,
): Promise<ActionState<Asked<typeof beginPasskeySignIn>>> {
  return runAction({ form, words: await loadWords(), isToldOnce: true }, async () => {
    const sender = (await headers()).get("x-client-address") ?? "";
    return { asked: await beginPasskeySignIn({ sender, now: new Date() }) };
  });
}

export async function signInByPasskeyAction(_: ActionState, form: FormData): Promise<ActionState<never>> {
  return runAction({ form, words: await loadWords() }, async () => {
    const { signed, from } = signInByPasskeyInput.parse(fieldsOf(form));
    const {
      email,
      member: _member,
      ...session
    } = await signInByPasskey({
      signed,
      sender: (await headers()).get("x-client-address") ?? "",
      ...(await askingBrowser()),
    });
    await rememberSession(session);
    await rememberBrowser(email);
    redirect(returnPath(from));
  });
}
