"use client";

import { useEffect, useRef, useSyncExternalStore } from "react";

const OFF = "proofmark:shortcuts-off";
const CHANGED = "proofmark:shortcuts";

/** Single keys and what they do, by `KeyboardEvent.key`. */
export type Shortcuts = Readonly<Record<string, () => void>>;

/**
 * Single-key shortcuts of a page. They never fire while somebody types, in a dialog or menu, together with
 * Ctrl, Alt or Cmd, or when they are switched off; Escape and "?" work even then.
 */
export function useShortcuts(shortcuts: Shortcuts): void {
  const [isOn] = useShortcutSwitch();
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
        return;
      if (!isOn && event.key !== "Escape" && event.key !== "?") return;
      if (event.target instanceof Element && event.target.closest(BUSY)) return;
      const run = Object.hasOwn(latest.current, event.key) ? latest.current[event.key] : undefined;
      if (run === undefined) return;
      event.preventDefault();
      run();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [isOn]);
}

/** Where keys belong to what has the focus. */
const BUSY =
  "input, textarea, select, [contenteditable], [role=dialog], [role=alertdialog], [role=menu], [role=listbox]";

/** Whether single-key shortcuts are on in this browser, and the way to switch them (WCAG 2.1.4). */
export function useShortcutSwitch(): [boolean, (isOn: boolean) => void] {
  const isOn = useSyncExternalStore(
    (onChange) => {
      addEventListener(CHANGED, onChange);
      addEventListener("storage", onChange);
      return () => {
        removeEventListener(CHANGED, onChange);
        removeEventListener("storage", onChange);
      };
    },
    () => localStorage.getItem(OFF) === null,
    () => true,
  );
  return [isOn, switchShortcuts];
}

function switchShortcuts(isOn: boolean): void {
  if (isOn) localStorage.removeItem(OFF);
  else localStorage.setItem(OFF, "1");
  dispatchEvent(new Event(CHANGED));
}
