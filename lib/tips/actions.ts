"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { type ActionState, fieldsOf, runAction } from "#lib/action.ts";
import { requireActor } from "#lib/auth/session.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import {
  answerTip,
  answerWithCheck,
  checkTip,
  eraseAddress,
  releaseTip,
  reopenTip,
  settleTip,
  takeTip,
} from "./commands.ts";
import { loadCheckAnswer, loadMailIsOn } from "./loaders.ts";
import { answerTipInput, answerWithCheckInput, settleTipInput, tipIdInput } from "./schema.ts";

export async function takeTipAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await takeTip({ actor, now: new Date(), ...tipIdInput.parse(fieldsOf(form)) });
    refresh();
  });
}

export async function releaseTipAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await releaseTip({ actor, ...tipIdInput.parse(fieldsOf(form)) });
    refresh();
  });
}

export async function settleTipAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await settleTip({ actor, now: new Date(), ...settleTipInput.parse(fieldsOf(form)) });
    refresh();
  });
}

export async function reopenTipAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await reopenTip({ actor, now: new Date(), ...tipIdInput.parse(fieldsOf(form)) });
    refresh();
  });
}

export async function answerTipAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    const byMail = loadMailIsOn();
    await answerTip({ actor, byMail, now: new Date(), ...answerTipInput.parse(fieldsOf(form)) });
    refresh();
  });
}

export async function eraseAddressAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await eraseAddress({ actor, now: new Date(), ...tipIdInput.parse(fieldsOf(form)) });
    refresh();
  });
}

/** Leads on to the draft. */
export async function checkTipAction(_: ActionState, form: FormData): Promise<ActionState<never>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    const { claimId } = await checkTip({ actor, now: new Date(), ...tipIdInput.parse(fieldsOf(form)) });
    redirect(`/desk/claims/${claimId}`);
  });
}

export async function answerWithCheckAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    const [byMail, answerOf] = [loadMailIsOn(), await loadCheckAnswer()];
    const input = answerWithCheckInput.parse(fieldsOf(form));
    await answerWithCheck({ actor, byMail, answerOf, now: new Date(), ...input });
    refresh();
  });
}
