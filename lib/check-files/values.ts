import { ROW_REFUSALS } from "#lib/foreign-checks/values.ts";

/** What becomes of the checks in a file: found while claims are written, or published as the newsroom's own. */
export const FILE_USES = ["checked_before", "archive"] as const;
export type FileUse = (typeof FILE_USES)[number];

export const FILE_STATES = ["reading", "shown", "importing", "imported", "failed"] as const;
export type FileState = (typeof FILE_STATES)[number];

export const ROW_OUTCOMES = ["new", "known", ...ROW_REFUSALS] as const;
export type RowOutcomeName = (typeof ROW_OUTCOMES)[number];

/** States in which the worker has something to do for it. */
export const isAtWork = (state: FileState): boolean => state === "reading" || state === "importing";

/** Labels of a file that one form says the meaning of; what is beyond them is mended in the file. */
export const MOST_LABELS = 100;

/** In UTF-16 code units. */
export const FILE_NAME = 300;
