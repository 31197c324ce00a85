"use client";

import { useEffect } from "react";
import { isComposing, type KeyMap, meaningsOf } from "#lib/shortcuts/rules.ts";
import { COMMAND_IDS, FIXED_KEYS, type FixedKey, repeats } from "#lib/shortcuts/values.ts";
import type { CommandRegistry } from "./command-registry.ts";

/** Gives commands by the keys that are pressed anywhere on the page: the one place that listens for them. */
export function useKeyPresses({
  registry,
  keys,
  isOff,
}: {
  registry: CommandRegistry;
  keys: KeyMap;
  isOff: boolean;
}): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (isNotForUs(event) || (isOff && event.key !== "Escape")) return;
      const run = commandFor(event, { registry, keys });
      if (run === undefined) return;
      event.preventDefault();
      run();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [registry, keys, isOff]);
}

function commandFor(
  event: KeyboardEvent,
  { registry, keys }: { registry: CommandRegistry; keys: KeyMap },
): (() => unknown) | undefined {
  const { key, code, shiftKey } = event;
  for (const meaning of meaningsOf({ key, code, shiftKey, isCapsLock: event.getModifierState("CapsLock") })) {
    if (isFixed(meaning)) return event.repeat ? undefined : registry.find(meaning);
    const ids = COMMAND_IDS.filter((id) => keys[id] === meaning && (repeats(id) || !event.repeat));
    // Pages share keys, but only one of them is on the screen.
    const id = ids.find((candidate) => registry.find(candidate));
    if (id) return registry.find(id);
  }
}

const isFixed = (key: string): key is FixedKey => (FIXED_KEYS as readonly string[]).includes(key);

function isNotForUs(event: KeyboardEvent): boolean {
  const { defaultPrevented, ctrlKey, metaKey, altKey, target, key } = event;
  if (defaultPrevented || ctrlKey || metaKey || altKey || isComposing(event)) return true;
  if (!(target instanceof Element)) return false;
  // A note keeps the focus of whoever pressed in it until it is gone, and is a dialog that asks nothing.
  if (target.closest(NOTE) !== null) return OWN_KEYS_OF_NOTES.includes(key);
  return target.closest(BUSY) !== null;
}

const NOTE = ".toast";
const OWN_KEYS_OF_NOTES = ["Escape", "Enter", " "];

/** Where keys belong to what has the focus. To a tick only the space bar does. */
const BUSY =
  "input:not([type=checkbox]), textarea, select, [contenteditable]:not([contenteditable=false]), [role=textbox], [role=combobox], [role=dialog], [role=alertdialog], [role=menu], [role=listbox]";
