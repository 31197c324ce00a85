import { z } from "zod";
import { id } from "#lib/input.ts";

export const ANCHOR_OUTCOMES = ["exact", "moved", "reworded", "ambiguous", "lost"] as const;
/** How a passage came through a change of its article. */
export type AnchorOutcome = (typeof ANCHOR_OUTCOMES)[number];

export const REPAIRS = ["confirmed", "placed", "detached"] as const;
/** What a person said of a passage that did not follow by itself. */
export type Repair = (typeof REPAIRS)[number];

export const passageInput = z.strictObject({ passageId: id });
export type PassageInput = z.infer<typeof passageInput>;

/** Offsets are UTF-16 code units into the revision's text, end exclusive. */
const place = { start: z.coerce.number().int().min(0), end: z.coerce.number().int().min(1) };

export const placePassageInput = z.strictObject({ passageId: id, ...place });
export type PlacePassageInput = z.infer<typeof placePassageInput>;

/** More words that make the same claim, chosen in the article's revision `revisionId`. */
export const addPassageInput = z.strictObject({ claimId: id, revisionId: id, ...place });
export type AddPassageInput = z.infer<typeof addPassageInput>;

/** `start` and `end`: where the person saw it stand. */
export const removePassageInput = z.strictObject({ passageId: id, ...place });
export type RemovePassageInput = z.infer<typeof removePassageInput>;

/** `fromStart` and `fromEnd`: where the person saw it stand; `start` and `end`: where it shall. */
export const movePassageInput = z.strictObject({
  passageId: id,
  fromStart: place.start,
  fromEnd: place.end,
  ...place,
});
export type MovePassageInput = z.infer<typeof movePassageInput>;

/** Places offered to a person, as they are stored with the passage. `score`: 0 to 1. */
export const storedCandidates = z.array(
  z.object({ start: z.number().int().min(0), end: z.number().int().min(1), score: z.number() }),
);
export type StoredCandidate = z.infer<typeof storedCandidates>[number];

/** Takes back what was said of a passage at `repairedAt`. */
export const undoRepairInput = z.strictObject({
  passageId: id,
  repairedAt: z.iso.datetime().pipe(z.coerce.date()),
});
export type UndoRepairInput = z.infer<typeof undoRepairInput>;

const offset = z.number().int().min(0).nullable();

/** A passage as it was before a person said where it stands. Offsets are UTF-16 code units, null without a place. */
export const beforeRepair = z.object({
  startOffset: offset,
  endOffset: offset,
  quote: z.string(),
  chosenQuote: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  repair: z.enum(REPAIRS).nullable(),
  repairedById: z.string().nullable(),
  repairedAt: z.iso.datetime().nullable(),
});
