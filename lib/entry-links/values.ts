/** What a link is for that lets a member in once. */
export const ASKED_KINDS = ["reset"] as const;
export type EntryLinkKind = (typeof ASKED_KINDS)[number];

/** Minutes a mailed link works. */
export const MINUTES: Readonly<Record<EntryLinkKind, number>> = { reset: 60 };

/** Minutes a link works that an admin hands over: a day. */
export const HANDED_OVER_MINUTES = 24 * 60;
