"use client";

import { useWords } from "#components/locale/locale-provider.tsx";
import { ShortcutsHelp } from "#components/shortcuts/shortcuts-help.tsx";
import { Kbd } from "#components/ui/kbd.tsx";

/** What the keys do in a repair list. */
export function RepairHelp() {
  const texts = useWords().passages.keys;
  return (
    <ShortcutsHelp
      rows={[
        [["J", "K"], texts.move],
        [["C", "↵"], texts.confirm],
        [["1 – 5"], texts.candidate],
        [["R"], texts.choose],
        [["D"], texts.detach],
      ]}
      hint={
        <>
          <Kbd>J</Kbd>
          <Kbd>K</Kbd> {texts.hint.move} · <Kbd>C</Kbd> {texts.hint.confirm} · <Kbd>R</Kbd>{" "}
          {texts.hint.choose} · <Kbd>D</Kbd> {texts.hint.detach}
        </>
      }
    />
  );
}
