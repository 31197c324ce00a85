"use client";

import { Menu } from "@base-ui/react/menu";
import { Toolbar } from "@base-ui/react/toolbar";
import { Bold, BookMarked, Italic, Link, List, type LucideIcon } from "lucide-react";
import type { Citable } from "#components/claims/footnotes.ts";
import { useWords } from "#components/locale/locale-provider.tsx";
import { MenuItem } from "#components/ui/menu-item.tsx";
import { type Chosen, type Edit, footnote, MARKS, type Mark, mark } from "./markdown-edits.ts";

const ICONS: Record<Mark, LucideIcon> = { bold: Bold, italic: Italic, link: Link, list: List };

const TOOL =
  "inline-grid size-8 cursor-pointer place-items-center rounded-md text-muted hover:bg-hover hover:text-ink data-disabled:cursor-default data-disabled:opacity-45 pointer-coarse:size-11";

/** The five buttons of the reasons: four marks, and a footnote to one of the claim's sources. */
export function RationaleTools({
  sources,
  onEdit,
}: {
  sources: readonly Citable[];
  onEdit: (edit: (chosen: Chosen) => Edit) => void;
}) {
  const texts = useWords().reviews.verdict.tools;
  return (
    <Toolbar.Root aria-label={texts.label} className="flex gap-0.5 noscript:hidden">
      {MARKS.map((kind) => {
        const Icon = ICONS[kind];
        return (
          <Toolbar.Button
            key={kind}
            aria-label={texts[kind]}
            title={texts[kind]}
            className={TOOL}
            onClick={() => onEdit((chosen) => mark(kind, chosen))}
          >
            <Icon aria-hidden className="size-4" />
          </Toolbar.Button>
        );
      })}
      <Menu.Root>
        <Toolbar.Button
          render={<Menu.Trigger />}
          aria-label={texts.source}
          title={sources.length === 0 ? texts.noSources : texts.source}
          disabled={sources.length === 0}
          className={TOOL}
        >
          <BookMarked aria-hidden className="size-4" />
        </Toolbar.Button>
        <Menu.Portal>
          <Menu.Positioner sideOffset={4} align="start" className="z-50">
            <Menu.Popup
              finalFocus={false}
              className="popup max-h-80 max-w-[min(28rem,90vw)] overflow-y-auto p-1"
            >
              {sources.map(({ number, title }) => (
                <MenuItem key={number} onSelect={() => onEdit((chosen) => footnote(number, chosen))}>
                  <span className="text-muted tabular-nums">{number}</span>
                  <span className="min-w-0 truncate" dir="auto">
                    {title}
                  </span>
                </MenuItem>
              ))}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </Toolbar.Root>
  );
}
