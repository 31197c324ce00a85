import { z } from "zod";
import { id, webAddress } from "#lib/input.ts";
import { FEED_LIMITS, wordsIn } from "./values.ts";

const words = z
  .string()
  .max(FEED_LIMITS.words, "too_long")
  .default("")
  .transform((typed) => wordsIn(typed.replaceAll("\0", "").toWellFormed()));

export const addFeedInput = z.strictObject({ feedUrl: webAddress, feedWords: words });
export type AddFeedInput = z.infer<typeof addFeedInput>;

export const editFeedInput = z.strictObject({
  feedId: id,
  feedWords: words,
  /** A tick: there when it is on. */
  isOn: z
    .literal("yes")
    .optional()
    .transform((tick) => tick === "yes"),
});
export type EditFeedInput = z.infer<typeof editFeedInput>;

export const feedIdInput = z.strictObject({ feedId: id });
