"use client";

import type { ReactNode } from "react";
import { useWords } from "#components/locale/locale-provider.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { useShortcutSwitch } from "./use-shortcuts.ts";

/** What the keys do on the article's page, and the way to switch them off. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const words = useWords().articles.shortcuts;
  const [isOn, setOn] = useShortcutSwitch();
  const rows: [ReactNode, string][] = [
    [<Kbd key="c">C</Kbd>, words.claim],
    [<Kbd key="s">S</Kbd>, words.sentences],
    [<Keys key="trim" keys={["[", "]"]} />, words.trim],
    [<Kbd key="j">J</Kbd>, words.next],
    [<Kbd key="k">K</Kbd>, words.previous],
    [<Kbd key="enter">↵</Kbd>, words.open],
    [<Kbd key="e">E</Kbd>, words.edit],
    [<Keys key="send" keys={["Ctrl", "↵"]} />, words.send],
    [<Kbd key="esc">Esc</Kbd>, words.close],
    [<Kbd key="help">?</Kbd>, words.help],
  ];
  return (
    <Dialog open onOpenChange={(isOpen) => isOpen || onClose()} title={words.title}>
      <table className="w-full text-start">
        <thead className="sr-only">
          <tr>
            <th scope="col">{words.keys}</th>
            <th scope="col">{words.does}</th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map(([keys, does]) => (
            <tr key={does}>
              <td className="w-24 py-2 pe-4 align-top whitespace-nowrap">{keys}</td>
              <td className="py-2 text-pretty">{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <label className="mt-4 flex cursor-pointer items-start gap-3 rounded-md border border-line px-4 py-3">
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

function Keys({ keys }: { keys: readonly string[] }) {
  return (
    <span className="inline-flex gap-1">
      {keys.map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
    </span>
  );
}
