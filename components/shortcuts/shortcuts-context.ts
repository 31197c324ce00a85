"use client";

import { createContext, use } from "react";
import type { KeyMap } from "#lib/shortcuts/rules.ts";
import type { ShortcutSettings } from "#lib/shortcuts/values.ts";
import type { CommandRegistry } from "./command-registry.ts";

type Shortcuts = {
  settings: ShortcutSettings;
  /** The member's keys, defaults filled in. */
  keys: KeyMap;
  registry: CommandRegistry;
  /** Shows what the server answered, or is about to. */
  apply: (settings: ShortcutSettings) => void;
  /** Opens the list of what the keys do here. */
  showHelp: () => void;
};

export const ShortcutsContext = createContext<Shortcuts | null>(null);

/** Null outside the desk: there are no shortcuts. */
export const useShortcutsContext = (): Shortcuts | null => use(ShortcutsContext);
