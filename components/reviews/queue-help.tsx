"use client";

import { Keyboard } from "lucide-react";
import { useState } from "react";
import { useWords } from "#components/locale/locale-provider.tsx";
import { ShortcutsDialog } from "#components/shortcuts/shortcuts-dialog.tsx";
import { useShortcutSwitch, useShortcuts } from "#components/shortcuts/use-shortcuts.ts";
import { IconButton } from "#components/ui/button.tsx";
import { Kbd } from "#components/ui/kbd.tsx";

/** What the keys do in the queue, and the way to switch them off. */
export function QueueHelp() {
  const words = useWords();
  const texts = words.reviews.keys;
  const { title } = words.common.shortcuts;
  const [isOpen, setOpen] = useState(false);
  const [isOn] = useShortcutSwitch();
  useShortcuts({ "?": () => setOpen(true) });
  const rows: [string[], string][] = [
    [["J", "K"], texts.move],
    [["↵"], texts.enter],
    [["E"], texts.verdict],
    [["T"], texts.take],
    [["?"], words.common.shortcuts.help],
  ];
  return (
    <>
      {isOn && (
        <span aria-hidden className="hidden items-center gap-1.5 wide:flex">
          <Kbd>J</Kbd>
          <Kbd>K</Kbd> {texts.hint.move} · <Kbd>E</Kbd> {texts.hint.verdict} · <Kbd>T</Kbd> {texts.hint.take}
        </span>
      )}
      {/* Not the dialog's trigger: after "?" the focus goes back to where it was, a claim in the list. */}
      <IconButton
        label={title}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        className="pointer-coarse:hidden"
      >
        <Keyboard aria-hidden className="size-4.5" />
      </IconButton>
      <ShortcutsDialog open={isOpen} onOpenChange={setOpen} rows={rows} />
    </>
  );
}
