"use client";

import { useWords } from "#components/locale/locale-provider.tsx";
import { useShortcutsContext } from "./shortcuts-context.ts";
import type { useKeySettings } from "./use-key-settings.ts";

/** Switches all single-key shortcuts off, and on again (WCAG 2.1.4). */
export function ShortcutSwitch({ settings }: { settings: ReturnType<typeof useKeySettings> }) {
  const words = useWords().shortcuts;
  const isOff = useShortcutsContext()?.settings.isOff ?? false;
  return (
    <label className="flex cursor-pointer items-start gap-3 rounded-md border border-line px-4 py-3">
      <input
        type="checkbox"
        checked={!isOff}
        onChange={(event) => settings.switchTo(!event.currentTarget.checked)}
        className="mt-1 size-4 accent-accent"
      />
      <span>
        <span className="block font-medium">{words.on}</span>
        <span className="block text-sm text-muted">{words.onHint}</span>
      </span>
    </label>
  );
}
