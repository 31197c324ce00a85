"use server";

import { refresh } from "next/cache";
import { type ActionState, fieldsOf, runAction } from "#lib/action.ts";
import { requireActor } from "#lib/auth/session.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import {
  addWebhook,
  editWebhook,
  type MadeWebhook,
  removeWebhook,
  renewWebhookSecret,
  resendDelivery,
  switchWebhook,
  testWebhook,
} from "./commands.ts";
import {
  addWebhookInput,
  deliveryIdInput,
  editWebhookInput,
  switchWebhookInput,
  webhookIdInput,
} from "./schema.ts";

/** Adds a webhook. What it signs with stands in this one answer. */
export async function addWebhookAction(
  _: ActionState,
  form: FormData,
): Promise<ActionState<Pick<MadeWebhook, "secret">>> {
  const { words, format } = await loadConventions();
  return runAction({ form, words, format, isToldOnce: true }, async () => {
    const actor = await requireActor();
    const { secret } = await addWebhook({
      actor,
      ...addWebhookInput.parse(fieldsOf(form)),
      now: new Date(),
    });
    refresh();
    return { secret };
  });
}

export async function editWebhookAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  const { words, format } = await loadConventions();
  return runAction({ form, words, format }, async () => {
    const actor = await requireActor();
    await editWebhook({ actor, ...editWebhookInput.parse(fieldsOf(form)) });
    refresh();
  });
}

/** Makes another secret. What deliveries are signed with from now on stands in this one answer. */
export async function renewWebhookSecretAction(
  _: ActionState,
  form: FormData,
): Promise<ActionState<Pick<MadeWebhook, "secret">>> {
  return runAction({ form, words: (await loadConventions()).words, isToldOnce: true }, async () => {
    const actor = await requireActor();
    const secret = await renewWebhookSecret({
      actor,
      ...webhookIdInput.parse(fieldsOf(form)),
      now: new Date(),
    });
    refresh();
    return { secret };
  });
}

export async function switchWebhookAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, words: (await loadConventions()).words }, async () => {
    const actor = await requireActor();
    await switchWebhook({ actor, ...switchWebhookInput.parse(fieldsOf(form)) });
    refresh();
  });
}

export async function testWebhookAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, words: (await loadConventions()).words }, async () => {
    const actor = await requireActor();
    await testWebhook({ actor, ...webhookIdInput.parse(fieldsOf(form)), now: new Date() });
    refresh();
  });
}

export async function removeWebhookAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, words: (await loadConventions()).words }, async () => {
    const actor = await requireActor();
    await removeWebhook({ actor, ...webhookIdInput.parse(fieldsOf(form)) });
    refresh();
  });
}

export async function resendDeliveryAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, words: (await loadConventions()).words }, async () => {
    const actor = await requireActor();
    await resendDelivery({ actor, ...deliveryIdInput.parse(fieldsOf(form)), now: new Date() });
    refresh();
  });
}
