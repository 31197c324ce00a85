"use client";

import { MoveHorizontal } from "lucide-react";
import { use } from "react";
import { PassagesContext } from "#components/articles/page/passages-context.ts";
import type { DeskClaim } from "#components/articles/store/desk-claim.ts";
import { useWords } from "#components/locale/locale-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { fill } from "#lib/i18n/words.ts";

/** On the active card: goes to the words, to begin or end them elsewhere. */
export function MoveEndsButton({ claim }: { claim: DeskClaim }) {
  const words = useWords().articles.ends;
  const ends = use(PassagesContext)?.ends;
  if (!ends?.canMove(claim)) return null;
  return (
    <Button
      size="sm"
      aria-label={fill(words.moveOf, { number: claim.number })}
      // The card would scroll to where its words begin.
      onClick={(event) => {
        event.stopPropagation();
        ends.begin(claim);
      }}
    >
      <MoveHorizontal aria-hidden className="size-3.5" />
      {words.move}
    </Button>
  );
}
