"use client";

import { Keyboard } from "lucide-react";
import { useState } from "react";
import { useWords } from "#components/locale/locale-provider.tsx";
import { ShortcutsDialog } from "#components/shortcuts/shortcuts-dialog.tsx";
import { useShortcutSwitch, useShortcuts } from "#components/shortcuts/use-shortcuts.ts";
import { IconButton } from "#components/ui/button.tsx";
import { Kbd } from "#components/ui/kbd.tsx";

/** What the keys do in a repair list, and the way to switch them off. */
export function RepairHelp() {
  const words = useWords();
  const texts = words.passages.keys;
  const { title, help } = words.common.shortcuts;
  const [isOpen, setOpen] = useState(false);
  const [isOn] = useShortcutSwitch();
  useShortcuts({ "?": () => setOpen(true) });
  const rows: [string[], string][] = [
    [["J", "K"], texts.move],
    [["C", "↵"], texts.confirm],
    [["1 – 5"], texts.candidate],
    [["R"], texts.choose],
    [["D"], texts.detach],
    [["?"], help],
  ];
  return (
    <>
      {isOn && (
        <span aria-hidden className="hidden items-center gap-1.5 wide:flex">
          <Kbd>J</Kbd>
          <Kbd>K</Kbd> {texts.hint.move} · <Kbd>C</Kbd> {texts.hint.confirm} · <Kbd>R</Kbd>{" "}
          {texts.hint.choose} · <Kbd>D</Kbd> {texts.hint.detach}
        </span>
      )}
      {/* Not the dialog's trigger: after "?" the focus goes back to where it was, an item of the list. */}
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
