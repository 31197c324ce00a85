import { z } from "zod";
import type { Reason } from "#lib/errors.ts";
import { id } from "#lib/input.ts";

export const sourceIdInput = z.strictObject({ sourceId: id });

/** What a source says of itself. Null is "not said". */
export const snapshotMetadata = z.object({
  title: z.string().nullable(),
  byline: z.string().nullable(),
  publisher: z.string().nullable(),
  /** YYYY-MM-DD. */
  publishedOn: z.string().nullable(),
  /** BCP 47, "und" when it cannot be told. */
  language: z.string(),
  direction: z.enum(["ltr", "rtl"]),
});
export type SnapshotMetadata = z.infer<typeof snapshotMetadata>;

/** Why nothing was kept, or nothing could be read of what was: a refusal as it is stored. */
export const snapshotFailure = z.object({
  reason: z.string().transform((reason) => reason as Reason),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type SnapshotFailure = z.infer<typeof snapshotFailure>;
