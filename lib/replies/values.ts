/** What came of asking somebody for a reply. */
export const REPLY_OUTCOMES = ["awaiting", "answered", "declined", "no_answer"] as const;
export type ReplyOutcome = (typeof REPLY_OUTCOMES)[number];

/** In UTF-16 code units: a name or a way of asking is a line, an answer a paragraph. */
export const REPLY_LIMITS = { name: 200, answer: 2_000 } as const;

/**
 * How a request stands now. `waits`: their time to answer is not over, or none was set. `overdue`: it is, and nobody
 * has said yet what came of it.
 */
export type ReplyStanding = Exclude<ReplyOutcome, "awaiting"> | "waits" | "overdue";
