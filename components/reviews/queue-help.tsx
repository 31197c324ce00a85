"use client";

import { useWords } from "#components/locale/locale-provider.tsx";
import { ShortcutKey } from "#components/shortcuts/shortcut-key.tsx";
import { ShortcutsButton } from "#components/shortcuts/shortcuts-button.tsx";

/** What the keys do in the queue. */
export function QueueHelp() {
  const { move, verdict, take } = useWords().reviews.keys;
  return (
    <ShortcutsButton
      hint={
        <>
          <ShortcutKey command="queue.next" />
          <ShortcutKey command="queue.previous" /> {move} · <ShortcutKey command="queue.verdict" /> {verdict}{" "}
          · <ShortcutKey command="queue.take" /> {take}
        </>
      }
    />
  );
}
