"use client";

import { useWords } from "#components/locale/locale-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { COMMAND_IDS } from "#lib/shortcuts/values.ts";
import { KeyOutcomeAloud, KeyRows } from "./key-rows.tsx";
import { ShortcutSwitch } from "./shortcut-switch.tsx";
import { useShortcutsContext } from "./shortcuts-context.ts";
import { useKeySettings } from "./use-key-settings.ts";

/** All shortcuts of the desk, for a member to change. */
export function ShortcutSettings() {
  const words = useWords().shortcuts;
  const settings = useKeySettings();
  const hasOwn = Object.keys(useShortcutsContext()?.settings.keys ?? {}).length > 0;
  return (
    <div className="space-y-6">
      <p className="text-pretty text-muted">{words.settingsHint}</p>
      <ShortcutSwitch settings={settings} />
      <div>
        <KeyRows commands={COMMAND_IDS} settings={settings} heading="h2" />
      </div>
      <KeyOutcomeAloud settings={settings} />
      {hasOwn && <Button onClick={() => settings.reset(null)}>{words.resetAll}</Button>}
    </div>
  );
}
