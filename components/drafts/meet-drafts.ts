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

/**
 * `local`: whether this browser has a draft, and what it knows of the desk's. `keptAt`: when the desk kept the one it has,
 * null without. `isTouched`: somebody has written in the form since it is shown.
 */
export function meet({
  local,
  keptAt,
  isTouched,
}: {
  local: { kept: Kept | null } | null;
  keptAt: number | null;
  isTouched: boolean;
}): Meeting {
  if (local === null) return keptAt === null ? "nothing" : isTouched ? "offer" : "take";
  const { kept } = local;
  if (keptAt === null) return kept?.isWhole && !isTouched ? "drop" : "keep";
  if (kept?.at === keptAt) return kept.isWhole ? "nothing" : "keep";
  return kept?.isWhole && !isTouched ? "take" : "offer";
}
