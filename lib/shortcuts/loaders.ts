import "server-only";
import { cache } from "react";
import { requireActor } from "#lib/auth/session.ts";
import { getShortcutSettings } from "./queries.ts";
import type { ShortcutSettings } from "./values.ts";

/** The shortcuts of whoever is asking. */
export const loadShortcuts = cache(async (): Promise<ShortcutSettings> => {
  const actor = await requireActor();
  return getShortcutSettings(actor.id);
});
