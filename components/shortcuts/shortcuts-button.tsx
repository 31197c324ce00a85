"use client";

import { Keyboard } from "lucide-react";
import type { ReactNode } from "react";
import { useWords } from "#components/locale/locale-provider.tsx";
import { IconButton } from "#components/ui/button.tsx";
import { useShortcutsContext } from "./shortcuts-context.ts";

/**
 * Opens the list of what the keys do on a page. `hint`: the most needed ones, where there is room and while they are
 * on.
 */
export function ShortcutsButton({ hint, className }: { hint?: ReactNode; className?: string }) {
  const { title } = useWords().shortcuts;
  const shortcuts = useShortcutsContext();
  if (shortcuts === null) return null;
  return (
    <>
      {hint && !shortcuts.settings.isOff && (
        <span aria-hidden className="hidden items-center gap-1.5 wide:flex">
          {hint}
        </span>
      )}
      {/* Not the dialog's trigger: after the key the focus goes back to where it was, an item of a list. */}
      <IconButton
        label={title}
        aria-haspopup="dialog"
        onClick={shortcuts.showHelp}
        className={className ?? "pointer-coarse:hidden"}
      >
        <Keyboard aria-hidden className="size-4.5" />
      </IconButton>
    </>
  );
}
