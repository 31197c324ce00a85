import { z } from "zod";
import { choice, id, optionalText, text, version } from "#lib/input.ts";
import { TONES, type Tone } from "#lib/publishing/values.ts";
import { MOST_VALUE, MOVES, SCALE_LIMITS } from "./values.ts";

/** A rating of a scale as it is set up. */
export type NewRating = {
  key: string;
  label: string;
  /** A sentence that tells reviewers when to use it and readers what it means. */
  definition: string;
  tone: Tone;
  /** Bigger is truer; null when it stands outside the order. */
  value: number | null;
};

export type NewProblem = { key: string; label: string; definition: string };

/** Ratings and kinds of problem in the order lists show them. */
export type NewScale = {
  key: string;
  name: string;
  isRated: boolean;
  ratings: readonly NewRating[];
  problems: readonly NewProblem[];
};

/** A rating as screens need it. */
export type RatingView = NewRating & { id: string; position: number };

/** One that was given. `isRated` false: only so that there is one, by a newsroom that gives none. It is not to be told. */
export type GivenRating = RatingView & { isRated: boolean };

export type ProblemView = NewProblem & { id: string };

/** What a verdict can be chosen from: the ratings that are not retired, and the kinds of problem, if there are any. */
export type ScaleChoices = {
  isRated: boolean;
  ratings: RatingView[];
  problems: ProblemView[];
};

/** Empty becomes null. */
const value = z
  .string()
  .trim()
  .transform((typed) => (typed === "" ? null : Number(typed)))
  .pipe(
    z
      .number("not_a_choice")
      .int("not_a_choice")
      .min(1, "not_a_choice")
      .max(MOST_VALUE, "not_a_choice")
      .nullable(),
  );

const named = { label: text(SCALE_LIMITS.label), definition: text(SCALE_LIMITS.definition) };
const rated = { ...named, tone: choice(TONES), value };

/** Which draft, as the person saw it: `version` counts its changes. */
const draft = { scaleId: id, version };

/** Without a preset the draft is the next version of the scale in use. */
export const draftScaleInput = z.strictObject({ preset: optionalText(SCALE_LIMITS.name) });
export const scaleDraftInput = z.strictObject(draft);
export const renameScaleInput = z.strictObject({ ...draft, name: text(SCALE_LIMITS.name) });
export const addRatingInput = z.strictObject({ ...draft, ...rated });
export const editRatingInput = z.strictObject({ ...draft, ratingId: id, ...rated });
export const retireRatingInput = z.strictObject({
  ...draft,
  ratingId: id,
  /** Empty brings it back. */
  retired: z.enum(["yes", ""]).transform((typed) => typed === "yes"),
});
export const moveRatingInput = z.strictObject({ ...draft, ratingId: id, move: choice(MOVES) });
export const addProblemInput = z.strictObject({ ...draft, ...named });
export const editProblemInput = z.strictObject({ ...draft, problemId: id, ...named });
export const removeProblemInput = z.strictObject({ ...draft, problemId: id });

export type DraftOfScale = z.infer<typeof scaleDraftInput>;
export type AddRatingInput = z.infer<typeof addRatingInput>;
export type EditRatingInput = z.infer<typeof editRatingInput>;
export type RetireRatingInput = z.infer<typeof retireRatingInput>;
export type MoveRatingInput = z.infer<typeof moveRatingInput>;
export type AddProblemInput = z.infer<typeof addProblemInput>;
export type EditProblemInput = z.infer<typeof editProblemInput>;
export type RemoveProblemInput = z.infer<typeof removeProblemInput>;
