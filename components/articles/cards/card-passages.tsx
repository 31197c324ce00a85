"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { use, useState } from "react";
import { PassagesContext } from "#components/articles/page/passages-context.ts";
import type { DeskClaim } from "#components/articles/store/desk-claim.ts";
import { useLocale, useWords } from "#components/locale/locale-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { fill, plural } from "#lib/i18n/words.ts";

/** That a claim is made in several places, and on the active card the way from one to the next. */
export function CardPassages({ claim, isActive }: { claim: DeskClaim; isActive: boolean }) {
  const words = useWords().articles.passages;
  const locale = useLocale();
  const [at, setAt] = useState(0);
  const { number, passages } = claim;
  const count = passages.length;
  if (count < 2) return null;
  if (!isActive) {
    return <p className="mt-1.5 text-xs text-muted tabular-nums">{plural(locale, words.count, count)}</p>;
  }
  // Only the active card listens to what the desk does.
  const desk = use(PassagesContext);
  if (desk === null) return null;
  const here = Math.min(at, count - 1);
  const passage = passages[here];
  const step = (by: 1 | -1) => {
    const next = (here + by + count) % count;
    setAt(next);
    desk.show(passages[next] ?? null);
  };
  return (
    <div className="mt-2 flex flex-wrap items-center gap-1">
      <Button
        size="sm"
        variant="quiet"
        aria-label={fill(words.previous, { number })}
        onClick={() => step(-1)}
      >
        <ChevronLeft aria-hidden className="size-4 rtl:rotate-180" />
      </Button>
      <p aria-live="polite" className="text-xs text-muted tabular-nums">
        {fill(words.shown, { at: here + 1, count })}
      </p>
      <Button size="sm" variant="quiet" aria-label={fill(words.next, { number })} onClick={() => step(1)}>
        <ChevronRight aria-hidden className="size-4 rtl:rotate-180" />
      </Button>
      {claim.canEdit && passage && (
        <Button size="sm" variant="quiet" onClick={() => desk.remove(claim, passage)}>
          {words.remove}
        </Button>
      )}
    </div>
  );
}
