"use server";

import { refresh } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { type ActionState, fieldsOf, runAction } from "#lib/action.ts";
import type { Actor } from "#lib/auth/policy.ts";
import { returnPath } from "#lib/auth/return-path.ts";
import {
  askingBrowser,
  currentHalfIn,
  currentSessionId,
  forgetHalfIn,
  forgetSession,
  knownBrowser,
  readHalfIn,
  rememberBrowser,
  rememberHalfIn,
  rememberSession,
  requireActor,
  writeHalfIn,
} from "#lib/auth/session.ts";
import { AppError } from "#lib/errors.ts";
import {
  disableMember,
  editAccount,
  editMember,
  editNewsroom,
  enableMember,
  endSession,
  finishSignIn,
  type HalfIn,
  openSession,
  type SignedIn,
  setUpNewsroom,
  signIn,
} from "./commands.ts";
import { loadConventions, loadWords } from "./loaders.ts";
import {
  editAccountInput,
  editMemberInput,
  editNewsroomInput,
  finishSignInAgainInput,
  finishSignInInput,
  memberIdInput,
  setUpInput,
  signInAgainInput,
  signInInput,
} from "./schema.ts";

export async function signInAction(_: ActionState, form: FormData): Promise<ActionState<never>> {
  return runAction({ form, words: await loadWords() }, async () => {
    const { from, ...credentials } = signInInput.parse(fieldsOf(form));
    const member = await enter(credentials);
    // The same page then asks for the code.
    redirect(member ? returnPath(from) : `/login?${new URLSearchParams({ from })}`);
  });
}

/** Signs in over a page that stays open: who it is now, so that the page can tell whether it is still theirs. */
export async function signInAgainAction(
  _: ActionState,
  form: FormData,
): Promise<ActionState<{ memberId: string; name: string } | { halfIn: string }>> {
  return runAction({ form, words: await loadWords() }, async () => {
    const credentials = signInAgainInput.parse(fieldsOf(form));
    const signed = await tryPassword(credentials);
    if ("halfIn" in signed) return { halfIn: await writeHalfIn(signed.halfIn) };
    const member = await welcome(signed, credentials.email);
    return { memberId: member.id, name: member.name };
  });
}

/** The second step of signing in. */
export async function finishSignInAction(_: ActionState, form: FormData): Promise<ActionState<never>> {
  return runAction({ form, words: await loadWords() }, async () => {
    const { code, from } = finishSignInInput.parse(fieldsOf(form));
    await enterByCode(code, await currentHalfIn());
    await forgetHalfIn();
    redirect(returnPath(from));
  });
}

/** The same over a page that stays open. */
export async function finishSignInAgainAction(
  _: ActionState,
  form: FormData,
): Promise<ActionState<{ memberId: string; name: string }>> {
  return runAction({ form, words: await loadWords() }, async () => {
    const { code, halfIn } = finishSignInAgainInput.parse(fieldsOf(form));
    const member = await enterByCode(code, await readHalfIn(halfIn));
    return { memberId: member.id, name: member.name };
  });
}

/** Goes back from the second step to the first. */
export async function startSignInOverAction(): Promise<void> {
  await forgetHalfIn();
  redirect("/login");
}

/**
 * Signs in and hands the browser its session, by which it is known from then on; null: a code is asked for, and the
 * browser keeps for a few minutes that the password was right.
 */
async function enter(credentials: { email: string; password: string }): Promise<Actor | null> {
  const signed = await tryPassword(credentials);
  if ("halfIn" in signed) {
    await rememberHalfIn(signed.halfIn);
    return null;
  }
  return welcome(signed, credentials.email);
}

async function tryPassword(credentials: { email: string; password: string }) {
  const browserId = await knownBrowser(credentials.email);
  return signIn({ ...credentials, sender: await senderAddress(), browserId, ...(await askingBrowser()) });
}

async function enterByCode(code: string, halfIn: HalfIn | null): Promise<Actor> {
  if (!halfIn) throw new AppError("second_step_over");
  const signed = await finishSignIn({ halfIn, code, ...(await askingBrowser()) });
  return welcome(signed, halfIn.email);
}

async function welcome({ member, ...session }: SignedIn, email: string): Promise<Actor> {
  await rememberSession(session);
  await rememberBrowser(email);
  return member;
}

export async function signOutAction(): Promise<void> {
  const sessionId = await currentSessionId();
  if (sessionId !== null) await endSession({ sessionId, now: new Date() });
  await forgetSession();
  redirect("/login?notice=signed-out");
}

export async function setUpAction(_: ActionState, form: FormData): Promise<ActionState<never>> {
  return runAction({ form, words: await loadWords() }, async () => {
    const input = setUpInput.parse(fieldsOf(form));
    const actor = await setUpNewsroom(input);
    await rememberSession(await openSession({ actor, by: "set_up", ...(await askingBrowser()) }));
    await rememberBrowser(input.email);
    redirect("/desk");
  });
}

export async function editMemberAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, words: await loadWords() }, async () => {
    const actor = await requireActor();
    await editMember({ actor, ...editMemberInput.parse(fieldsOf(form)) });
    refresh();
  });
}

export async function disableMemberAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, words: await loadWords() }, async () => {
    const actor = await requireActor();
    await disableMember({ actor, ...memberIdInput.parse(fieldsOf(form)), now: new Date() });
    refresh();
  });
}

export async function enableMemberAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, words: await loadWords() }, async () => {
    const actor = await requireActor();
    await enableMember({ actor, ...memberIdInput.parse(fieldsOf(form)), now: new Date() });
    refresh();
  });
}

export async function editNewsroomAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, words: await loadWords() }, async () => {
    const actor = await requireActor();
    await editNewsroom({ actor, ...editNewsroomInput.parse(fieldsOf(form)) });
    refresh();
  });
}

export async function editAccountAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, words: (await loadConventions()).words }, async () => {
    const actor = await requireActor();
    await editAccount({ actor, ...editAccountInput.parse(fieldsOf(form)) });
    refresh();
  });
}

/** The network address of whoever asks, as the web server says it (lib/delivery/client-address.ts). */
async function senderAddress(): Promise<string> {
  return (await headers()).get("x-client-address") ?? "";
}
