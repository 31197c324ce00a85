"use client";

import { Kbd } from "#components/ui/kbd.tsx";
import { printedKeys } from "#lib/shortcuts/rules.ts";
import type { CommandId } from "#lib/shortcuts/values.ts";
import { useShortcutsContext } from "./shortcuts-context.ts";

/**
 * The member's key for a command, for the eye: beside or on what does the same. Nothing where there is no key for it,
 * shortcuts are off, or fingers are used.
 */
export function ShortcutKey({ command }: { command: CommandId }) {
  const shortcuts = useShortcutsContext();
  const key = shortcuts?.keys[command] ?? null;
  if (key === null || shortcuts?.settings.isOff) return null;
  return (
    <span aria-hidden className="inline-flex gap-1 pointer-coarse:hidden">
      {printedKeys(key).map((printed) => (
        <Kbd key={printed}>{printed}</Kbd>
      ))}
    </span>
  );
}
