"use client";

import { useEffect, useMemo, useState } from "react";
import { cardId, type DeskClaim } from "#components/articles/store/desk-claim.ts";
import { useLocale, useWords } from "#components/locale/locale-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { fill, plural } from "#lib/i18n/words.ts";

/** Cards of a long list that are drawn at first, and with each press that asks for more. */
const FIRST = 10;
const MORE = 200;

export type WholeList = ReturnType<typeof useWholeList>;

/** All claims as one list from the first to the last, drawn piece by piece: for who would rather read than look. */
export function useWholeList(claims: readonly DeskClaim[], isMany: boolean) {
  const [isOpen, setOpen] = useState(false);
  const [limit, setLimit] = useState(isMany ? FIRST : Number.POSITIVE_INFINITY);
  /** The claim that came first with the last press for more. */
  const [firstNew, setFirstNew] = useState<number | null>(null);
  useEffect(() => {
    if (firstNew === null) return;
    document.getElementById(cardId(firstNew))?.querySelector<HTMLElement>("h3 a")?.focus();
  }, [firstNew]);
  const shown = useMemo(() => (limit < claims.length ? claims.slice(0, limit) : claims), [claims, limit]);
  return {
    isOpen,
    shown,
    further: Math.min(claims.length - shown.length, MORE),
    toggle: () => setOpen(!isOpen),
    /** The focus goes on to the first of them: the button stands behind them then, or is gone. */
    showMore: () => {
      setFirstNew(claims[limit]?.number ?? null);
      setLimit(limit + MORE);
    },
  };
}

/** From cards beside their words to the whole list, and back. */
export function WholeListSwitch({ count, whole }: { count: number; whole: WholeList }) {
  const words = useWords().articles.claims;
  return (
    <Button size="sm" variant="quiet" className="relative z-2 mb-2" onClick={whole.toggle}>
      {whole.isOpen ? words.beside : fill(words.listAll, { count })}
    </Button>
  );
}

export function FurtherCards({ whole: { further, showMore } }: { whole: WholeList }) {
  const words = useWords().articles.claims;
  if (further === 0) return null;
  return (
    <Button className="mt-4" onClick={showMore}>
      {fill(words.showMore, { count: further })}
    </Button>
  );
}

/** Claims that stand too close together for their cards. */
export function CrowdItem({
  claims,
  onOpen,
}: {
  claims: readonly DeskClaim[];
  onOpen: (claimIds: string[], at: { x: number; y: number }) => void;
}) {
  const words = useWords().articles.claims;
  const locale = useLocale();
  return (
    <li data-item={`crowd ${claims[0]?.id}`} data-number={claims[0]?.number}>
      <Button
        size="sm"
        className="w-full text-muted"
        onClick={({ currentTarget }) => {
          const { left, bottom } = currentTarget.getBoundingClientRect();
          onOpen(
            claims.map(({ id }) => id),
            { x: left, y: bottom },
          );
        }}
      >
        {plural(locale, words.crowd, claims.length)}
      </Button>
    </li>
  );
}
