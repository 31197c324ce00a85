"use client";

import { useEffect, useRef } from "react";
import type { Handlers } from "./command-registry.ts";
import { useShortcutsContext } from "./shortcuts-context.ts";

/**
 * What commands do while this component is on the screen, by the names of lib/shortcuts/schema.ts:
 * `useShortcuts({ "claim.next": goOn })`. The member's own keys give them; the list under "?" and the palette offer
 * them. They never fire while somebody types or puts a character together, in a dialog or menu, together with Ctrl,
 * Alt or Cmd, or when the member switched them off; Escape works even then.
 */
export function useShortcuts(handlers: Handlers): void {
  const registry = useShortcutsContext()?.registry;
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => registry?.add(latest), [registry]);
}
