"use client";

import { standingOf } from "#components/articles/cards/claim-standing.ts";
import type { DeskClaim } from "#components/articles/store/desk-claim.ts";
import { useWords } from "#components/locale/locale-provider.tsx";
import { ToneIcon } from "#components/verdicts/tone-icon.tsx";
import { fill } from "#lib/i18n/words.ts";

/** A claim in a list to choose from: what it says, its number and where it stands. */
export function ClaimChoice({ claim }: { claim: DeskClaim }) {
  const words = useWords();
  const tone = claim.tone ?? "pending";
  const facts = [fill(words.common.claimNumber, { number: claim.number }), ...standingOf(claim, words)];
  return (
    <span className="flex min-w-0 items-start gap-2.5 py-1.5 text-sm">
      <span data-tone={tone} className="pt-0.5 text-tone">
        <ToneIcon tone={tone} className="size-4" />
      </span>
      <span className="min-w-0">
        <span className="line-clamp-2 font-serif" dir="auto">
          {claim.statement}
        </span>{" "}
        <span className="text-xs text-muted tabular-nums">{facts.join(" · ")}</span>
      </span>
    </span>
  );
}
