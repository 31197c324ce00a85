import type { KeyboardEvent } from "react";
import { isComposing } from "#lib/shortcuts/rules.ts";

/** Whether it is Ctrl+Enter or Cmd+Enter, and not the Enter that ends a word of an input method. */
export function isSendKey({ key, shiftKey, ctrlKey, metaKey, nativeEvent }: KeyboardEvent): boolean {
  return key === "Enter" && (ctrlKey || metaKey) && !shiftKey && !isComposing(nativeEvent);
}
