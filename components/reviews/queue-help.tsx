"use client";

import { useWords } from "#components/locale/locale-provider.tsx";
import { ShortcutsHelp } from "#components/shortcuts/shortcuts-help.tsx";
import { Kbd } from "#components/ui/kbd.tsx";

/** What the keys do in the queue. */
export function QueueHelp() {
  const texts = useWords().reviews.keys;
  return (
    <ShortcutsHelp
      rows={[
        [["J", "K"], texts.move],
        [["↵"], texts.enter],
        [["E"], texts.verdict],
        [["T"], texts.take],
      ]}
      hint={
        <>
          <Kbd>J</Kbd>
          <Kbd>K</Kbd> {texts.hint.move} · <Kbd>E</Kbd> {texts.hint.verdict} · <Kbd>T</Kbd> {texts.hint.take}
        </>
      }
    />
  );
}
