"use client";

import { unstable_rethrow } from "next/navigation";
import { useState, useTransition } from "react";
import { formOf } from "#components/forms/form-of.ts";
import { useWords } from "#components/locale/locale-provider.tsx";
import type { ActionState } from "#lib/action.ts";
import { fill } from "#lib/i18n/words.ts";
import { changeShortcutAction, resetShortcutsAction, switchShortcutsAction } from "#lib/shortcuts/actions.ts";
import { changeKey, spokenKey } from "#lib/shortcuts/rules.ts";
import type { CommandId, ShortcutSettings } from "#lib/shortcuts/values.ts";
import { SIGN_IN_HERE } from "#lib/sign-in-here.ts";
import { useShortcutsContext } from "./shortcuts-context.ts";

type Action = (previous: ActionState, form: FormData) => Promise<ActionState<ShortcutSettings>>;

/** What came of the last change, in words. `swap`: the key that can be had by swapping. */
export type KeyOutcome = {
  isGood: boolean;
  /** Whose row it belongs to; null: to all of them. */
  command: CommandId | null;
  message: string;
  swap: string | null;
};

type Change = {
  action: Action;
  fields: Readonly<Record<string, string>>;
  /** What is shown until the server answers. */
  shown: ShortcutSettings;
  /** What is said when it is done. */
  message: string;
  command?: CommandId;
  /** The key that somebody else may have. */
  key?: string;
};

/** Changes of a member's shortcuts: shown at once, and then as the server answers. */
export function useKeySettings() {
  const shortcuts = useShortcutsContext();
  if (shortcuts === null) throw new Error("Shortcuts are changed at the desk only");
  const { settings, apply } = shortcuts;
  const words = useWords().shortcuts;
  const [outcome, setOutcome] = useState<KeyOutcome | null>(null);
  const [, startSaving] = useTransition();

  function save({ action, fields, shown, message, command, key }: Change): void {
    const tell = (told: Partial<KeyOutcome>) =>
      setOutcome({ isGood: false, command: command ?? null, message, swap: null, ...told });
    setOutcome(null);
    apply(shown);
    startSaving(async () => {
      try {
        const answer = await action({ status: "idle" }, formOf({ ...fields, [SIGN_IN_HERE]: "" }));
        if (answer.status === "done") {
          apply(answer.result);
          return tell({ isGood: true });
        }
        apply(settings);
        if (answer.status === "refused")
          tell({
            message: answer.message,
            swap: answer.reason === "shortcut_taken" && !fields.swap ? (key ?? null) : null,
          });
      } catch (error) {
        apply(settings);
        unstable_rethrow(error);
        tell({ message: words.failed });
      }
    });
  }

  return {
    outcome,
    /** Says why a key cannot be taken, without asking the server. */
    refuse: (command: CommandId, key: string) =>
      setOutcome({ isGood: false, command, message: fill(words.unusable, { key }), swap: null }),
    /** Null takes the key away. */
    setKey: (command: CommandId, key: string | null, swap: boolean) => {
      const changed = changeKey(settings.keys, { command, key, swap });
      const name = words.commands[command];
      save({
        action: changeShortcutAction,
        fields: { command, key: key ?? "", ...(swap && { swap: "yes" }) },
        shown: "keys" in changed ? { ...settings, keys: changed.keys } : settings,
        message:
          key === null
            ? fill(words.savedNone, { command: name })
            : fill(words.saved, { command: name, key: spokenKey(key) }),
        command,
        ...(key !== null && { key }),
      });
    },
    reset: (command: CommandId | null) =>
      save({
        action: resetShortcutsAction,
        fields: command ? { command } : {},
        shown: settings,
        message: command ? fill(words.resetOne, { command: words.commands[command] }) : words.resetDone,
        ...(command && { command }),
      }),
    switchTo: (isOff: boolean) =>
      save({
        action: switchShortcutsAction,
        fields: { shortcuts: isOff ? "off" : "on" },
        shown: { ...settings, isOff },
        message: isOff ? words.switchedOff : words.switchedOn,
      }),
  };
}
