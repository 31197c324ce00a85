/** Characters (UTF-16 code units) of a draft as JSON, and of its key; and how many drafts of a member are kept. */
export const DRAFT_LIMITS = { content: 1_000_000, key: 200, count: 200 } as const;

/** Milliseconds a draft is kept: a month. */
export const DRAFT_LIFETIME = 30 * 24 * 3_600_000;
