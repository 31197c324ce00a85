/** The salt of what was taken out: nothing can be found out from its hash any more. */
export const NO_SALT = "00000000-0000-0000-0000-000000000000";

/**
 * What can be wrong with the history. `edited`: an event says something else than when it was written. `deleted`: its
 * link is there and it is not. `inserted`: it is there and no link is. `missing`: a link is not there. `broken`: a hash
 * does not follow from the one before. `moved`: it is in another chain than its own. `truncated`: the chain was longer
 * when its head was kept. `rewritten`: the chain is whole in itself, and another one than when its head was kept; the
 * first altered row is among these. `unproven`: it comes after what was rewritten, or after the last head that fits in a
 * chain that was truncated. `emptied`: parts of events were taken out, and the event that should tell of it does not
 * tell of these. `forged`: a kept head is none, or nobody signed it whose key is known.
 */
export const FINDING_KINDS = [
  "edited",
  "deleted",
  "inserted",
  "missing",
  "broken",
  "moved",
  "truncated",
  "rewritten",
  "unproven",
  "emptied",
  "forged",
] as const;

/** The chain of what belongs to no article. */
export const DESK_CHAIN = "00000000-0000-0000-0000-000000000000";

/** As many heads as one part of a list of them holds. */
export const MOST_HEADS = 1_000;
