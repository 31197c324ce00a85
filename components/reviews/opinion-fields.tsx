import { TextField } from "#components/ui/text-field.tsx";
import type { Words } from "#lib/i18n/words.ts";
import { REVIEW_LIMITS } from "#lib/reviews/values.ts";
import type { RatingView } from "#lib/verdicts/schema.ts";
import { RatingField } from "./rating-field.tsx";
import { RationaleField } from "./rationale-field.tsx";

/** The parts of a verdict: rating, conclusion, reasons. */
export function OpinionFields({
  ratings,
  values,
  words,
}: {
  ratings: readonly RatingView[];
  values?: { ratingId: string; conclusion: string; rationale: string };
  words: Words;
}) {
  const texts = words.reviews.verdict;
  return (
    <>
      <RatingField ratings={ratings} defaultValue={values?.ratingId} />
      <TextField
        name="conclusion"
        label={texts.conclusion}
        hint={texts.conclusionHint}
        defaultValue={values?.conclusion}
        limit={REVIEW_LIMITS.conclusion}
        dir="auto"
        autoComplete="off"
      />
      <RationaleField defaultValue={values?.rationale} />
    </>
  );
}
