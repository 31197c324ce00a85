import type { Kept } from "./draft-store.ts";

/** What a form that is shown does about the draft in this browser and the one at the desk. */
export type Meeting =
  /** They are the same, or there is none. */
  | "nothing"
  /** The desk is given this browser's. */
  | "keep"
  /** The form is filled with the desk's: this browser has nothing that is not in it. */
  | "take"
  /** Both have words of their own: the person chooses. */
  | "offer"
  /** It was sent or thrown away on another device. */
  | "drop";

/** What the desk says of a draft: when it was saved, or sent or thrown away, by its own clock in milliseconds. */
export type There = { at: number; isGone: boolean };

/**
 * `local`: whether this browser has a draft, and what it knows of the desk's. `there`: null when the desk says nothing
 * of one, which may be because its list is a while old, so nothing is ever dropped for that. `isTouched`: somebody has
 * written in the form since it is shown.
 */
export function meet({
  local,
  there,
  isTouched,
}: {
  local: { kept: Kept | null } | null;
  there: There | null;
  isTouched: boolean;
}): Meeting {
  if (local === null) {
    if (there === null || there.isGone) return "nothing";
    return isTouched ? "offer" : "take";
  }
  const { kept } = local;
  const isNews = there !== null && (kept === null || there.at > kept.at);
  const isSettled = kept?.isWhole === true && !isTouched;
  if (!isNews) return kept?.isWhole ? "nothing" : "keep";
  if (there.isGone) return isSettled ? "drop" : "keep";
  return isSettled ? "take" : "offer";
}
