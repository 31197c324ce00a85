"use client";

import { Keyboard } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useWords } from "#components/locale/locale-provider.tsx";
import { IconButton } from "#components/ui/button.tsx";
import { ShortcutsDialog } from "./shortcuts-dialog.tsx";
import { useShortcutSwitch, useShortcuts } from "./use-shortcuts.ts";

/**
 * What the keys do in a list, and the way to switch them off: by its button or by "?". `hint`: the most needed ones,
 * where there is room and while they are on.
 */
export function ShortcutsHelp({
  rows,
  hint,
}: {
  /** Without "?" itself. */
  rows: readonly (readonly [keys: readonly string[], does: string])[];
  hint: ReactNode;
}) {
  const { title, help } = useWords().common.shortcuts;
  const [isOpen, setOpen] = useState(false);
  const [isOn] = useShortcutSwitch();
  useShortcuts({ "?": () => setOpen(true) });
  return (
    <>
      {isOn && (
        <span aria-hidden className="hidden items-center gap-1.5 wide:flex">
          {hint}
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
      <ShortcutsDialog open={isOpen} onOpenChange={setOpen} rows={[...rows, [["?"], help]]} />
    </>
  );
}
