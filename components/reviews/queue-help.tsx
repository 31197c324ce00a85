"use client";

import { Keyboard } from "lucide-react";
import { useState } from "react";
import { useShortcutSwitch, useShortcuts } from "#components/articles/use-shortcuts.ts";
import { useWords } from "#components/locale/locale-provider.tsx";
import { IconButton } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Kbd } from "#components/ui/kbd.tsx";

/** What the keys do in the queue, and the way to switch them off. */
export function QueueHelp() {
  const texts = useWords().reviews.keys;
  const [isOpen, setOpen] = useState(false);
  const [isOn, switchKeys] = useShortcutSwitch();
  useShortcuts({ "?": () => setOpen(true) });
  const rows: [string[], string][] = [
    [["J", "K"], texts.move],
    [[texts.enterKey], texts.enter],
    [["E"], texts.verdict],
    [["T"], texts.take],
    [["?"], texts.help],
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
        label={texts.open}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        className="pointer-coarse:hidden"
      >
        <Keyboard aria-hidden className="size-4.5" />
      </IconButton>
      <Dialog open={isOpen} onOpenChange={setOpen} title={texts.title} size="sm">
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-4 gap-y-2.5">
          {rows.map(([keys, does]) => (
            <div key={does} className="contents">
              <dt className="flex gap-1">
                {keys.map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <label className="mt-5 flex cursor-pointer items-start gap-3 rounded-md border border-line px-4 py-3">
          <input
            type="checkbox"
            checked={isOn}
            onChange={(event) => switchKeys(event.currentTarget.checked)}
            className="mt-1 size-4 accent-accent"
          />
          <span>
            <span className="block font-medium">{texts.use}</span>
            <span className="block text-sm text-muted">{texts.useHint}</span>
          </span>
        </label>
      </Dialog>
    </>
  );
}
