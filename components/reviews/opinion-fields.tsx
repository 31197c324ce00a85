import type { Citable } from "#components/claims/footnotes.ts";
import { TextField } from "#components/ui/text-field.tsx";
import type { Words } from "#lib/i18n/words.ts";
import { REVIEW_LIMITS } from "#lib/reviews/values.ts";
import type { ScaleChoices } from "#lib/verdicts/schema.ts";
import { ProblemField } from "./problem-field.tsx";
import { RatingField } from "./rating-field.tsx";
import { RationaleField } from "./rationale-field.tsx";

/** The parts of a verdict: rating, conclusion, reasons. */
export function OpinionFields({
  scale,
  sources,
  values,
  words,
}: {
  scale: ScaleChoices;
  /** What its reasons can point to. */
  sources: readonly Citable[];
  values?: { ratingId: string; problemId: string | null; conclusion: string; rationale: string };
  words: Words;
}) {
  const texts = words.reviews.verdict;
  return (
    <>
      {scale.isRated ? (
        <RatingField ratings={scale.ratings} defaultValue={values?.ratingId} />
      ) : (
        <input type="hidden" name="ratingId" value={values?.ratingId ?? scale.ratings[0]?.id ?? ""} />
      )}
      {scale.problems.length > 0 && (
        <ProblemField problems={scale.problems} defaultValue={values?.problemId} words={words} />
      )}
      <TextField
        name="conclusion"
        label={texts.conclusion}
        hint={texts.conclusionHint}
        defaultValue={values?.conclusion}
        limit={REVIEW_LIMITS.conclusion}
        dir="auto"
        autoComplete="off"
      />
      <RationaleField defaultValue={values?.rationale} sources={sources} />
    </>
  );
}
