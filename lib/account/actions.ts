"use server";

import { refresh } from "next/cache";
import { type ActionState, fieldsOf, runAction } from "#lib/action.ts";
import type { Actor } from "#lib/auth/policy.ts";
import { changingBrowser, currentSessionId, requireActor } from "#lib/auth/session.ts";
import { AppError } from "#lib/errors.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { changePassword, editProfile, endOtherSessions, endOwnSession } from "./commands.ts";
import { changePasswordInput, editProfileInput, endSessionInput } from "./schema.ts";

export async function editProfileAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, words: (await loadConventions()).words }, async () => {
    const actor = await requireActor();
    await editProfile({ actor, ...editProfileInput.parse(fieldsOf(form)) });
    refresh();
  });
}

export async function endSessionAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, words: (await loadConventions()).words }, async () => {
    const actor = await requireActor();
    await endOwnSession({ actor, ...endSessionInput.parse(fieldsOf(form)), now: new Date() });
    refresh();
  });
}

export async function endOtherSessionsAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, words: (await loadConventions()).words }, async () => {
    await endOtherSessions({ ...(await asked()), now: new Date() });
    refresh();
  });
}

export async function changePasswordAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, words: (await loadConventions()).words }, async () => {
    const who = await asked();
    await changePassword({
      ...who,
      ...changePasswordInput.parse(fieldsOf(form)),
      ...(await changingBrowser()),
    });
    refresh();
  });
}

/** Who asks, and by which of their sessions. */
async function asked(): Promise<{ actor: Actor; sessionId: string }> {
  const actor = await requireActor();
  const sessionId = await currentSessionId();
  if (sessionId === null) throw new AppError("signed_out");
  return { actor, sessionId };
}
