/** What the watch can find of cited words: no page any more, another page, other words on it. */
export const FINDINGS = ["gone", "moved", "words_gone"] as const;
export type Finding = (typeof FINDINGS)[number];

/**
 * How a source task ended. `stands`: a person said so, with a reason. `edited`: the evidence cites something else by
 * now. `back`: the page says again what it said.
 */
export const TASK_OUTCOMES = [
  "stands",
  "words_chosen",
  "address_replaced",
  "corrected",
  "edited",
  "back",
] as const;
export type TaskOutcome = (typeof TASK_OUTCOMES)[number];

/** In UTF-16 code units: why a claim stands although its source changed. */
export const MAX_TASK_REASON = 1_000;
