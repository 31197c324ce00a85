"use client";

import type { DeskClaim } from "#components/articles/store/desk-claim.ts";
import { useWords } from "#components/locale/locale-provider.tsx";
import { StateBadge, VerdictBadge } from "#components/verdicts/verdict-badge.tsx";

/** A claim's verdict on its card, before there is one its state, and both when it is withdrawn. */
export function CardStanding({ id, claim: { state, tone, ratingLabel } }: { id: string; claim: DeskClaim }) {
  const words = useWords();
  const verdict = tone && ratingLabel && <VerdictBadge tone={tone} label={ratingLabel} />;
  return (
    <span id={id} className="flex min-w-0 flex-wrap gap-1.5">
      {(!verdict || state === "withdrawn") && <StateBadge state={state} label={words.common.states[state]} />}{" "}
      {verdict}
    </span>
  );
}
