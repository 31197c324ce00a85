"use client";

import { useEffect, useEffectEvent } from "react";
import { isMac } from "#components/shortcuts/mod-key.ts";
import { isComposing } from "#lib/shortcuts/rules.ts";

/**
 * Ctrl or Cmd with K. Works in fields too: no field of ours takes it. Not over a dialog that covers the page: that
 * waits for its answer. `onModKey`: Ctrl or Cmd is down, so that K may follow.
 */
export function usePaletteKey({ onPress, onModKey }: { onPress: () => void; onModKey: () => void }): void {
  const press = useEffectEvent(onPress);
  const pressMod = useEffectEvent(onModKey);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || isComposing(event)) return;
      if (event.key === (isMac() ? "Meta" : "Control")) pressMod();
      if (!isPaletteKey(event)) return;
      event.preventDefault();
      if (!isCovered(event.target)) press();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}

function isPaletteKey({ key, code, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean {
  const isMod = isMac() ? metaKey && !ctrlKey : ctrlKey && !metaKey;
  if (!isMod || shiftKey || altKey) return false;
  // On a layout of another script the key says "л", and only the code that it is K.
  return key.toLowerCase() === "k" || (code === "KeyK" && !/^[a-z]$/i.test(key));
}

/** Whether another dialog than the palette covers the page: all that do have a backdrop. */
function isCovered(target: EventTarget | null): boolean {
  const dialog = target instanceof Element ? target.closest("[role=dialog], [role=alertdialog]") : null;
  const isOurs = dialog?.classList.contains("palette") === true;
  return !isOurs && document.querySelector(".dialog-backdrop") !== null;
}
