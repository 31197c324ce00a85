/** In UTF-16 code units. A label stands in a badge; a definition is a sentence or two. */
export const SCALE_LIMITS = { name: 80, label: 40, definition: 400 } as const;

/** What a rating counts as: readers of ClaimReview expect numbers from 1. */
export const MOST_VALUE = 100;

/** A scale nobody can keep in mind helps nobody. */
export const MOST_RATINGS = 12;
export const MOST_PROBLEMS = 20;

export const MOVES = ["up", "down"] as const;
/** One place nearer to the beginning of the list, or to its end. */
export type Move = (typeof MOVES)[number];
