"use client";

import { type KeyboardEvent, useState } from "react";
import { useWords } from "#components/locale/locale-provider.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { fill } from "#lib/i18n/words.ts";
import { isComposing, meaningsOf, printedKeys, spokenKey } from "#lib/shortcuts/rules.ts";
import { type CommandId, isSingleKey } from "#lib/shortcuts/values.ts";

/** A command's key as a button: pressed, it takes the next key that is pressed for the command. */
export function KeyRecorder({
  command,
  current,
  onKey,
  onUnusable,
}: {
  command: CommandId;
  current: string | null;
  /** Null: the key is taken away. */
  onKey: (key: string | null) => void;
  onUnusable: (key: string) => void;
}) {
  const { commands, change, noKey, press, pressHint } = useWords().shortcuts;
  const [isRecording, setRecording] = useState(false);
  const name = current === null ? noKey : spokenKey(current);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!isRecording || MODIFIERS.has(event.key) || isComposing(event.nativeEvent)) return;
    if (event.key === "Tab") return setRecording(false);
    // Neither the button nor the window around it may take this key.
    event.preventDefault();
    event.stopPropagation();
    const { shiftKey, ctrlKey, metaKey, altKey, code } = event;
    setRecording(false);
    if (event.key === "Escape") return;
    if (event.key === "Backspace" || event.key === "Delete") return onKey(null);
    const isCapsLock = event.getModifierState("CapsLock");
    const [key = ""] = meaningsOf({ key: event.key, code, shiftKey, isCapsLock });
    const isUsable = !ctrlKey && !metaKey && !altKey && isSingleKey(key);
    if (isUsable) onKey(key);
    else onUnusable(event.key === " " ? "Space" : event.key);
  };

  return (
    <button
      type="button"
      aria-label={
        isRecording ? `${press} ${pressHint}` : fill(change, { command: commands[command], key: name })
      }
      aria-pressed={isRecording}
      title={isRecording ? pressHint : undefined}
      onClick={() => setRecording(!isRecording)}
      onBlur={() => setRecording(false)}
      onKeyDown={onKeyDown}
      className="key-recorder"
    >
      {isRecording ? press : current === null ? noKey : printedKeys(current).map(toKey)}
    </button>
  );
}

const toKey = (printed: string) => <Kbd key={printed}>{printed}</Kbd>;

/** Keys that are held for another one. */
const MODIFIERS: ReadonlySet<string> = new Set([
  "Shift",
  "Control",
  "Alt",
  "AltGraph",
  "Meta",
  "CapsLock",
  "Fn",
  "Dead",
  "Process",
]);
