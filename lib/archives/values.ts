/** Submitted is not archived: the archive has taken it on, and may still fail. */
export const ARCHIVING_STATES = ["waiting", "submitted", "archived", "failed"] as const;
export type ArchivingState = (typeof ARCHIVING_STATES)[number];

/** Of one run, once a minute: the archive takes a dozen a minute from one account, and saves as many at once. */
export const ARCHIVE_PACE = { submissions: 5, questions: 10, underWay: 8 } as const;
