"use server";

import { refresh } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { type ActionState, fieldsOf, runAction } from "#lib/action.ts";
import type { Actor } from "#lib/auth/policy.ts";
import { returnPath } from "#lib/auth/return-path.ts";
import {
  currentSessionId,
  forgetSession,
  knownBrowser,
  rememberBrowser,
  rememberSession,
  requireActor,
} from "#lib/auth/session.ts";
import {
  disableMember,
  editAccount,
  editMember,
  editNewsroom,
  enableMember,
  endSession,
  openSession,
  setUpNewsroom,
  signIn,
} from "./commands.ts";
import { loadConventions, loadWords } from "./loaders.ts";
import {
  editAccountInput,
  editMemberInput,
  editNewsroomInput,
  memberIdInput,
  setUpInput,
  signInAgainInput,
  signInInput,
} from "./schema.ts";

export async function signInAction(_: ActionState, form: FormData): Promise<ActionState<never>> {
  return runAction({ form, words: await loadWords() }, async () => {
    const { from, ...credentials } = signInInput.parse(fieldsOf(form));
    await enter(credentials);
    redirect(returnPath(from));
  });
}

/** Signs in over a page that stays open: who it is now, so that the page can tell whether it is still theirs. */
export async function signInAgainAction(
  _: ActionState,
  form: FormData,
): Promise<ActionState<{ memberId: string; name: string }>> {
  return runAction({ form, words: await loadWords() }, async () => {
    const member = await enter(signInAgainInput.parse(fieldsOf(form)));
    return { memberId: member.id, name: member.name };
  });
}

/** Signs in and hands the browser its session, by which it is known from then on. */
async function enter(credentials: { email: string; password: string }): Promise<Actor> {
  const { email } = credentials;
  const guess = { ...credentials, sender: await senderAddress(), browserId: await knownBrowser(email) };
  const { member, ...session } = await signIn({ ...guess, ...(await browser()) });
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
    await rememberSession(await openSession({ actor, ...(await browser()) }));
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

/** What a session notes about the browser that signed in. 400 characters hold any honest user agent. */
async function browser(): Promise<{ userAgent: string | null; now: Date }> {
  return { userAgent: (await headers()).get("user-agent")?.slice(0, 400) ?? null, now: new Date() };
}
