"use client";

import { useWords } from "#components/locale/locale-provider.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { useShortcutSwitch } from "./use-shortcuts.ts";

type Props = {
  open: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** Keys as they are printed on a keyboard, and what they do on this page. */
  rows: readonly (readonly [keys: readonly string[], does: string])[];
};

/** What the keys do on a page, and the way to switch them off. */
export function ShortcutsDialog({ open, onOpenChange, rows }: Props) {
  const words = useWords().common.shortcuts;
  const [isOn, setOn] = useShortcutSwitch();
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={words.title}>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-4 gap-y-2.5">
        {rows.map(([keys, does]) => (
          <div key={does} className="contents">
            <dt className="flex gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd className="text-pretty">{does}</dd>
          </div>
        ))}
      </dl>
      <label className="mt-5 flex cursor-pointer items-start gap-3 rounded-md border border-line px-4 py-3">
        <input
          type="checkbox"
          checked={isOn}
          onChange={(event) => setOn(event.currentTarget.checked)}
          className="mt-1 size-4 accent-accent"
        />
        <span>
          <span className="block font-medium">{words.on}</span>
          <span className="block text-sm text-muted">{words.onHint}</span>
        </span>
      </label>
    </Dialog>
  );
}
