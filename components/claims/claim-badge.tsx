import { StateBadge, VerdictBadge } from "#components/verdicts/verdict-badge.tsx";
import type { ClaimState } from "#lib/claims/values.ts";
import type { Words } from "#lib/i18n/words.ts";
import type { Tone } from "#lib/publishing/values.ts";

/** Where a claim stands: its verdict once readers see it, before that its state, with the verdict when there is one. */
export function ClaimBadge({
  state,
  tone,
  ratingLabel,
  words,
}: {
  state: ClaimState;
  tone: Tone | null;
  ratingLabel: string | null;
  words: Words;
}) {
  const verdict = tone !== null && ratingLabel !== null && <VerdictBadge tone={tone} label={ratingLabel} />;
  if (state === "published" && verdict) return verdict;
  return (
    <>
      <StateBadge state={state} label={words.common.states[state]} />
      {state === "ready" && verdict}
    </>
  );
}
