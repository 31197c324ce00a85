"use client";

import { Search } from "lucide-react";
import { useWords } from "#components/locale/locale-provider.tsx";
import { useModKey } from "#components/shortcuts/mod-key.ts";
import { Kbd } from "#components/ui/kbd.tsx";
import { usePalette } from "./palette-provider.tsx";

/** Opens the palette: for who does not know its keys, and for fingers. */
export function PaletteButton({ isIcon = false }: { isIcon?: boolean }) {
  const words = useWords().palette;
  const mod = useModKey();
  const { open, prepare } = usePalette();
  const button = {
    type: "button",
    "aria-haspopup": "dialog",
    onClick: open,
    onPointerEnter: prepare,
    onFocus: prepare,
  } as const;
  if (isIcon)
    return (
      <button
        {...button}
        aria-label={words.title}
        className="grid size-11 cursor-pointer noscript:hidden place-items-center rounded-md hover:bg-hover"
      >
        <Search aria-hidden className="size-5" />
      </button>
    );
  return (
    <button
      {...button}
      className="flex min-h-8.5 w-full noscript:hidden cursor-pointer items-center gap-2.5 rounded-md border border-line bg-raised px-2.5 text-muted hover:border-control hover:text-ink pointer-coarse:min-h-11"
    >
      <Search aria-hidden className="size-4 shrink-0" />
      <span className="sr-only">{words.title}</span>
      <span aria-hidden className="flex-1 text-start">
        {words.open}
      </span>
      <span aria-hidden className="flex gap-0.5 pointer-coarse:hidden">
        <Kbd>{mod}</Kbd>
        <Kbd>K</Kbd>
      </span>
    </button>
  );
}
