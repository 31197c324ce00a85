"use client";

import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { useLocale, useWords } from "#components/locale/locale-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { plural } from "#lib/i18n/words.ts";
import { useKeptChoices } from "./kept-choices.tsx";

/** Blocks the reader left out, folded away where they stood. `names`: how the first of them begin. */
export function LeftOut({
  indices,
  names,
  children,
}: {
  indices: readonly number[];
  names: readonly string[];
  children: ReactNode;
}) {
  const { common, imports } = useWords();
  const words = imports.preview;
  const locale = useLocale();
  const { isKept, choose, isLive } = useKeptChoices();
  const back = indices.filter(isKept);
  const counts = [plural(locale, words.leftOut, indices.length - back.length)];
  if (back.length > 0) counts.push(plural(locale, words.broughtBack, back.length));
  return (
    <details className="left-out">
      <summary className="fold-line">
        <ChevronRight aria-hidden className="size-4 shrink-0 rtl:-scale-x-100" />
        <span className="shrink-0 font-medium">{counts.join(common.comma)}</span>
        <span dir="auto" className="min-w-0 truncate text-faint">
          {names.join(" · ")}
        </span>
      </summary>
      {isLive && indices.length > 1 && back.length < indices.length && (
        <Button size="sm" className="mt-1 mb-4" onClick={() => choose(indices, true)}>
          {words.bringAllBack}
        </Button>
      )}
      {children}
    </details>
  );
}
