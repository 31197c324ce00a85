export const QUEUE_VIEWS = [
  "mine",
  "next",
  "all",
  "overdue",
  "second",
  "adjudication",
  "ready",
  "snoozed",
] as const;
export type QueueView = (typeof QUEUE_VIEWS)[number];

/**
 * Hours of waiting a claim is given: six for each point of its check-worthiness (lib/suggesting), two days at most, and
 * a day for an article that reaches many. So what waits long enough still comes before everything newer.
 */
export const HEAD_START = { perPoint: 6, most: 48, wide: 24 } as const;

/** Nobody works on it; nobody in particular was asked to. As the columns of an entry have it. */
export const NO_LEASE = { leaseHolderId: null, leaseExpiresAt: null } as const;
export const NO_ASSIGNMENT = { assigneeId: null, assignedUntil: null } as const;
