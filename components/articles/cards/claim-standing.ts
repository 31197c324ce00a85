import type { DeskClaim } from "#lib/claims/desk-claim.ts";
import type { Words } from "#lib/i18n/words.ts";

/** Where a claim stands, in words: its rating, before there is one its state, and both once it was withdrawn. */
export function standingOf(
  { state, ratingLabel }: Pick<DeskClaim, "state" | "ratingLabel">,
  words: Words,
): string[] {
  const stateWord = words.common.states[state];
  if (ratingLabel === null) return [stateWord];
  return state === "withdrawn" ? [stateWord, ratingLabel] : [ratingLabel];
}
