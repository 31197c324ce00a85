"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { type ActionState, fieldsOf, runAction } from "#lib/action.ts";
import { askingBrowser, rememberBrowser, rememberSession, requireActor } from "#lib/auth/session.ts";
import { openSession } from "#lib/members/commands.ts";
import { loadWords } from "#lib/members/loaders.ts";
import { acceptInvitation, inviteMember, renewInvitation, withdrawInvitation } from "./commands.ts";
import { acceptInvitationInput, invitationIdInput, inviteInput } from "./schema.ts";

export async function inviteMemberAction(_: ActionState, form: FormData): Promise<ActionState<never>> {
  return runAction({ form, words: await loadWords() }, async () => {
    const actor = await requireActor();
    await inviteMember({ actor, ...inviteInput.parse(fieldsOf(form)), now: new Date() });
    redirect("/desk/settings/members#invitations");
  });
}

export async function renewInvitationAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, words: await loadWords() }, async () => {
    const actor = await requireActor();
    await renewInvitation({ actor, ...invitationIdInput.parse(fieldsOf(form)), now: new Date() });
    refresh();
  });
}

export async function withdrawInvitationAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, words: await loadWords() }, async () => {
    const actor = await requireActor();
    await withdrawInvitation({ actor, ...invitationIdInput.parse(fieldsOf(form)), now: new Date() });
    refresh();
  });
}

/** For whoever has the link. */
export async function acceptInvitationAction(_: ActionState, form: FormData): Promise<ActionState<never>> {
  return runAction({ form, words: await loadWords() }, async () => {
    const browser = await askingBrowser();
    const input = acceptInvitationInput.parse(fieldsOf(form));
    const { actor, email } = await acceptInvitation({ ...input, now: browser.now });
    await rememberSession(await openSession({ actor, by: "invitation", ...browser }));
    await rememberBrowser(email);
    redirect("/desk");
  });
}
