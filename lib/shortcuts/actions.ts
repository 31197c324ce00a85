"use server";

import { type ActionState, fieldsOf, runAction } from "#lib/action.ts";
import { requireActor } from "#lib/auth/session.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import { changeShortcut, resetShortcuts, switchShortcuts } from "./commands.ts";
import { changeKeyInput, resetKeysInput, switchShortcutsInput } from "./schema.ts";
import type { ShortcutSettings } from "./values.ts";

type Answer = Promise<ActionState<ShortcutSettings>>;

export async function changeShortcutAction(_: ActionState, form: FormData): Answer {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    return changeShortcut({ actor, ...changeKeyInput.parse(fieldsOf(form)) });
  });
}

export async function resetShortcutsAction(_: ActionState, form: FormData): Answer {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    return resetShortcuts({ actor, ...resetKeysInput.parse(fieldsOf(form)) });
  });
}

export async function switchShortcutsAction(_: ActionState, form: FormData): Answer {
  return runAction({ form, ...(await loadConventions()) }, async () => {
    const actor = await requireActor();
    const { shortcuts } = switchShortcutsInput.parse(fieldsOf(form));
    return switchShortcuts({ actor, ...shortcuts });
  });
}
