import type { Actor } from "#lib/auth/policy.ts";
import { db, type Tx } from "#lib/db/client.ts";
import { insist } from "#lib/errors.ts";
import { getShortcutSettings } from "./queries.ts";
import { changeKey, resetKeys } from "./rules.ts";
import type { ChangeKeyInput, ResetKeysInput } from "./schema.ts";
import type { ShortcutSettings } from "./values.ts";

// Only ever a member's own settings, so the actor is whose they are. Which keys somebody likes is no part of how the
// newsroom came to a verdict: these commands write no audit event (docs/decisions/0017-keys-of-ones-own.md).

/** Gives one command another key for this member. */
export function changeShortcut({
  actor,
  ...input
}: ChangeKeyInput & { actor: Actor }): Promise<ShortcutSettings> {
  return edit(actor, (settings) => {
    const changed = changeKey(settings.keys, input);
    if ("refusal" in changed) {
      insist(changed.refusal);
      return settings;
    }
    return { ...settings, keys: changed.keys };
  });
}

/** Back to the default of one command, or of all. */
export function resetShortcuts({
  actor,
  command,
}: ResetKeysInput & { actor: Actor }): Promise<ShortcutSettings> {
  return edit(actor, (settings) => ({ ...settings, keys: resetKeys(settings.keys, command) }));
}

/** Switches all single-key shortcuts off, or on again (WCAG 2.1.4). */
export function switchShortcuts({
  actor,
  isOff,
}: {
  actor: Actor;
  isOff: boolean;
}): Promise<ShortcutSettings> {
  return edit(actor, (settings) => ({ ...settings, isOff }));
}

function edit(
  actor: Actor,
  change: (settings: ShortcutSettings) => ShortcutSettings,
): Promise<ShortcutSettings> {
  return db.$transaction(async (tx) => {
    await hold(tx, actor.id);
    const settings = change(await getShortcutSettings(actor.id, tx));
    await tx.memberSettings.update({
      where: { memberId: actor.id },
      data: { shortcuts: settings },
      select: { memberId: true },
    });
    return settings;
  });
}

/** Of two saves at once, from two windows, the second waits here and then changes what the first has left. */
async function hold(tx: Tx, memberId: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO member_settings (member_id, updated_at) VALUES (${memberId}::uuid, now())
    ON CONFLICT (member_id) DO UPDATE SET updated_at = now()`;
}
