"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { ArrowRight, FileText, type LucideIcon, Quote, User, Zap } from "lucide-react";
import { Kbd } from "#components/ui/kbd.tsx";
import { printedKeys } from "#lib/shortcuts/rules.ts";
import type { Entry, EntryKind } from "./palette-entries.ts";

const ICONS = {
  article: FileText,
  claim: Quote,
  person: User,
  page: ArrowRight,
  command: Zap,
} as const satisfies Record<EntryKind, LucideIcon>;

/** One line of the palette. */
export function PaletteLine({ entry, onChoose }: { entry: Entry; onChoose: () => void }) {
  const { kind, label, detail, key } = entry;
  const Icon = ICONS[kind];
  return (
    <Autocomplete.Item value={entry} onClick={onChoose} className="palette-line">
      <Icon aria-hidden className="size-4 shrink-0 text-muted rtl:-scale-x-100" />
      <span className="min-w-0 flex-1">
        <span className="block truncate" dir="auto">
          {label}
        </span>
        {detail !== null && (
          <span className="block truncate text-xs text-muted" dir="auto">
            {detail}
          </span>
        )}
      </span>
      {key !== null && (
        <span aria-hidden className="flex gap-0.5 pointer-coarse:hidden">
          {printedKeys(key).map((printed) => (
            <Kbd key={printed}>{printed}</Kbd>
          ))}
        </span>
      )}
    </Autocomplete.Item>
  );
}
