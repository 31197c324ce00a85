"use client";

import { useSyncExternalStore } from "react";

/** The name of the key that commands with a modifier take: Ctrl, on a Mac ⌘. */
export function useModKey(): "Ctrl" | "⌘" {
  return useSyncExternalStore(
    () => () => {},
    () => (isMac() ? "⌘" : "Ctrl"),
    () => "Ctrl",
  );
}

/** Whether commands take Cmd: there Ctrl with a letter moves the caret. */
export const isMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform);
