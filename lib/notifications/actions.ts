"use server";

import { refresh } from "next/cache";
import { type ActionState, fieldsOf, runAction } from "#lib/action.ts";
import { requireActor } from "#lib/auth/session.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { editMailSettings, readAllNotifications, readNotification } from "./commands.ts";
import { editMailSettingsInput, readAllInput, readNotificationInput } from "./schema.ts";

export async function readNotificationAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await readNotification({ actor, ...readNotificationInput.parse(fieldsOf(form)), now: new Date() });
    refresh();
  });
}

export async function readAllNotificationsAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await readAllNotifications({ actor, ...readAllInput.parse(fieldsOf(form)), now: new Date() });
    refresh();
  });
}

export async function editMailSettingsAction(_: ActionState, form: FormData): Promise<ActionState<void>> {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    await editMailSettings({ actor, ...editMailSettingsInput.parse(fieldsOf(form)) });
    refresh();
  });
}
