export const IMPORT_KINDS = ["url", "html", "file", "text"] as const;
/** The ways in: an address, pasted words with their structure, a file, pasted plain text. */
export type ImportKind = (typeof IMPORT_KINDS)[number];

export const IMPORT_STATES = [
  "waiting",
  "fetching",
  "reading",
  "ready",
  "unchanged",
  "saved",
  "failed",
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** States in which the worker has taken it up, and not yet come to an end with it. */
export const BEGUN = ["fetching", "reading"] as const satisfies readonly ImportState[];
/** States in which the worker has still something to do for it. */
export const UNDER_WAY = ["waiting", ...BEGUN] as const satisfies readonly ImportState[];

export function isUnderWay(state: ImportState): boolean {
  return UNDER_WAY.some((each) => each === state);
}

/**
 * In bytes, fetched, uploaded or pasted: the largest article pages with their pictures inside them have five.
 * lib/fetching and lib/importing stop at the same.
 */
export const MAX_IMPORT_BYTES = 10_000_000;
