/** What can be done to several claims of the queue at once. */
export const BULK_ACTS = ["publish", "assign", "snooze", "release"] as const;
export type BulkAct = (typeof BULK_ACTS)[number];

/** Claims at once: the summary stays readable, and a press of the button answers within seconds. */
export const MOST_AT_ONCE = 100;
