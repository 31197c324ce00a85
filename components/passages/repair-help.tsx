"use client";

import { useWords } from "#components/locale/locale-provider.tsx";
import { ShortcutKey } from "#components/shortcuts/shortcut-key.tsx";
import { ShortcutsButton } from "#components/shortcuts/shortcuts-button.tsx";

/** What the keys do in a repair list. */
export function RepairHelp() {
  const { move, confirm, choose, detach } = useWords().passages.keys;
  return (
    <ShortcutsButton
      hint={
        <>
          <ShortcutKey command="repair.next" />
          <ShortcutKey command="repair.previous" /> {move} · <ShortcutKey command="repair.confirm" />{" "}
          {confirm} · <ShortcutKey command="repair.choose" /> {choose} ·{" "}
          <ShortcutKey command="repair.detach" /> {detach}
        </>
      }
    />
  );
}
