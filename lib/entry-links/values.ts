/** What a link is for that lets a member in once. */
export const ASKED_KINDS = ["reset", "sign_in"] as const;
export type EntryLinkKind = (typeof ASKED_KINDS)[number];

/** Minutes a mailed link works. */
export const MINUTES: Readonly<Record<EntryLinkKind, number>> = { reset: 60, sign_in: 15 };

/** Where a link of each kind is asked for. */
export const ASKED_AT = { reset: "/forgot", sign_in: "/sign-in" } as const satisfies Record<
  EntryLinkKind,
  string
>;

/** Where it leads: its key stands behind that. */
export const PATHS = { reset: "/reset", sign_in: "/sign-in" } as const satisfies Record<
  EntryLinkKind,
  string
>;

/** Minutes a link works that an admin hands over: a day. */
export const HANDED_OVER_MINUTES = 24 * 60;
