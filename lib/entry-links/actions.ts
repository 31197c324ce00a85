"use server";

import { refresh } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { type ActionState, fieldsOf, runAction } from "#lib/action.ts";
import {
  askingBrowser,
  changingBrowser,
  rememberBrowser,
  rememberHalfIn,
  rememberSession,
  requireActor,
} from "#lib/auth/session.ts";
import { AppError } from "#lib/errors.ts";
import { loadWords } from "#lib/members/loaders.ts";
import { askForLink, makeResetLink, resetPassword, signInByLink } from "./commands.ts";
import { isAskedByMail } from "./loaders.ts";
import { askLinkInput, makeResetLinkInput, resetPasswordInput, signInByLinkInput } from "./schema.ts";
import { ASKED_AT } from "./values.ts";

/** For whoever cannot sign in. The answer is the same for all addresses. */
export async function askForLinkAction(_: ActionState, form: FormData): Promise<ActionState<never>> {
  return runAction({ form, words: await loadWords() }, async () => {
    if (!isAskedByMail()) throw new AppError("not_found");
    // The web server says who asks (lib/delivery/client-address.ts).
    const sender = (await headers()).get("x-client-address") ?? "";
    const input = askLinkInput.parse(fieldsOf(form));
    await askForLink({ ...input, sender, now: new Date() });
    redirect(`${ASKED_AT[input.kind]}?notice=sent`);
  });
}

/** For whoever has the link. */
export async function resetPasswordAction(_: ActionState, form: FormData): Promise<ActionState<never>> {
  return runAction({ form, words: await loadWords() }, async () => {
    const input = resetPasswordInput.parse(fieldsOf(form));
    const { email } = await resetPassword({ ...input, ...(await changingBrowser()) });
    await rememberBrowser(email);
    redirect("/login?notice=password-changed");
  });
}

/** The same. The link's page has a button for this: programs that look at a letter's links sign nobody in. */
export async function signInByLinkAction(_: ActionState, form: FormData): Promise<ActionState<never>> {
  return runAction({ form, words: await loadWords() }, async () => {
    const { linkKey } = signInByLinkInput.parse(fieldsOf(form));
    const signed = await signInByLink({ linkKey, ...(await askingBrowser()) });
    if ("halfIn" in signed) {
      await rememberHalfIn(signed.halfIn);
      redirect("/login");
    }
    const { email, member: _member, ...session } = signed;
    await rememberSession(session);
    await rememberBrowser(email);
    redirect("/desk");
  });
}

export async function makeResetLinkAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, words: await loadWords() }, async () => {
    const actor = await requireActor();
    await makeResetLink({ actor, ...makeResetLinkInput.parse(fieldsOf(form)), now: new Date() });
    refresh();
  });
}
