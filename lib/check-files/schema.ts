import { z } from "zod";
import { choice, id } from "#lib/input.ts";
import { FILE_NAME, FILE_USES, MOST_LABELS, ROW_OUTCOMES, type RowOutcomeName } from "./values.ts";

/** Beside the file itself. */
export const sendFileInput = z.strictObject({ fileUse: choice(FILE_USES) });

export const fileIdInput = z.strictObject({ fileId: id });

/** What labels of the file mean, one after the other: a rating, or empty for none. */
export const chooseRatingsInput = z.strictObject({
  fileId: id,
  label: z.array(z.string().min(1).max(FILE_NAME)).max(MOST_LABELS, "too_many"),
  ratingId: z.array(z.literal("").or(id)).max(MOST_LABELS, "too_many"),
});

/** By label, the key of the rating it means. */
export const labelRatings = z.record(z.string(), z.string());

/** What a list of rows shows: those with one outcome; without one, those that would come in. */
export const shownOutcome = z.enum(ROW_OUTCOMES).catch("new" satisfies RowOutcomeName);

/** The number of the last row of the page before. */
export const afterRow = z.coerce.number().int().min(0).max(2_147_483_647).catch(0);
