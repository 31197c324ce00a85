"use server";

import { refresh } from "next/cache";
import { type ActionState, fieldsOf, runAction } from "#lib/action.ts";
import { changingBrowser, requireActor } from "#lib/auth/session.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import {
  beginTwoFactor,
  confirmTwoFactor,
  removeTwoFactor,
  renewBackupCodes,
  turnOffTwoFactor,
} from "./commands.ts";
import { beginTwoFactorInput, codeInput, removeTwoFactorInput, turnOffInput } from "./schema.ts";

/** Backup codes, which stand in this one answer. */
type Codes = { codes: string[] };

export async function beginTwoFactorAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, words: (await loadConventions()).words }, async () => {
    const actor = await requireActor();
    await beginTwoFactor({ actor, ...beginTwoFactorInput.parse(fieldsOf(form)), now: new Date() });
    refresh();
  });
}

/** The page stays as it is until the codes are kept: it is not drawn anew. */
export async function confirmTwoFactorAction(_: ActionState, form: FormData): Promise<ActionState<Codes>> {
  return runAction({ form, words: (await loadConventions()).words, isToldOnce: true }, async () => {
    const actor = await requireActor();
    const { code } = codeInput.parse(fieldsOf(form));
    return { codes: await confirmTwoFactor({ actor, code, ...(await changingBrowser()) }) };
  });
}

export async function renewBackupCodesAction(_: ActionState, form: FormData): Promise<ActionState<Codes>> {
  return runAction({ form, words: (await loadConventions()).words, isToldOnce: true }, async () => {
    const actor = await requireActor();
    const { code } = codeInput.parse(fieldsOf(form));
    return { codes: await renewBackupCodes({ actor, code, now: new Date() }) };
  });
}

export async function turnOffTwoFactorAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, words: (await loadConventions()).words }, async () => {
    const actor = await requireActor();
    await turnOffTwoFactor({ actor, ...turnOffInput.parse(fieldsOf(form)), ...(await changingBrowser()) });
    refresh();
  });
}

export async function removeTwoFactorAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, words: (await loadConventions()).words }, async () => {
    const actor = await requireActor();
    await removeTwoFactor({ actor, ...removeTwoFactorInput.parse(fieldsOf(form)), now: new Date() });
    refresh();
  });
}
