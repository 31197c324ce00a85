/** Why a row of a file is not taken over. */
export const ROW_REFUSALS = [
  "no_claim",
  "no_address",
  "no_rating",
  "repeated",
  // of the newsroom's own alone
  "no_day",
  "unknown_rating",
] as const;
export type RowRefusal = (typeof ROW_REFUSALS)[number];

/** In UTF-16 code units, and bytes of a file sent to the desk; the command line takes larger ones. */
export const FOREIGN_LIMITS = { text: 2_000, label: 300, fileBytes: 25_000_000 } as const;
