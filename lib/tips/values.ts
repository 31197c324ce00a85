/** What somebody outside sends: that a published claim is wrong, or a claim to check. */
export const TIP_KINDS = ["error", "claim"] as const;
export type TipKind = (typeof TIP_KINDS)[number];

export const TIP_STATES = ["new", "in_work", "done", "no_change"] as const;
export type TipState = (typeof TIP_STATES)[number];

/** What is wrong with a claim that was published. */
export const TIP_PROBLEMS = ["fact", "source", "quote", "outdated", "other"] as const;
export type TipProblem = (typeof TIP_PROBLEMS)[number];

/** In UTF-16 code units. */
export const TIP_LIMITS = { words: 4_000, name: 200, reason: 1_000, answer: 4_000 } as const;

/** The longest address mail can be sent to (RFC 5321). */
export const EMAIL_LENGTH = 254;
