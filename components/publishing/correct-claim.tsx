import { citable } from "#components/claims/footnotes.ts";
import { SaidForm } from "#components/claims/said-form.tsx";
import { FormActions } from "#components/forms/form-actions.tsx";
import { OpinionFields } from "#components/reviews/opinion-fields.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { RadioCards } from "#components/ui/radio-cards.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextArea } from "#components/ui/text-field.tsx";
import type { Actor } from "#lib/auth/policy.ts";
import type { ClaimDetail } from "#lib/claims/claim-detail.ts";
import { CLAIM_LIMITS } from "#lib/claims/values.ts";
import type { Words } from "#lib/i18n/words.ts";
import { correctClaimAction } from "#lib/publishing/actions.ts";
import { CORRECTIONS } from "#lib/publishing/values.ts";
import type { RatingView, ScaleChoices } from "#lib/verdicts/schema.ts";

/** Changes what readers see, and tells them so. */
export function CorrectClaim({
  claim,
  actor,
  scale,
  words,
}: {
  claim: ClaimDetail;
  actor: Actor;
  scale: ScaleChoices;
  words: Words;
}) {
  const texts = words.claims.correct;
  const { verdict, publication } = claim;
  if (!verdict || !publication) return null;
  return (
    <Disclosure summary={texts.open}>
      <SaidForm
        action={correctClaimAction}
        draftKey={`${actor.id}:correction:${claim.id}`}
        done={texts.done}
        className="grid gap-6 rounded-lg border border-line bg-raised p-5"
      >
        <input type="hidden" name="claimId" value={claim.id} />
        <input type="hidden" name="version" value={publication.number} />
        <p className="text-muted">{texts.lead}</p>
        <RadioCards
          name="type"
          label={texts.type}
          options={CORRECTIONS.map((type) => ({
            value: type,
            label: words.common.correctionTypes[type],
            description: texts.types[type],
          }))}
        />
        <TextArea
          name="reason"
          label={texts.reason}
          hint={texts.reasonHint}
          limit={CLAIM_LIMITS.reason}
          rows={2}
          dir="auto"
        />
        <TextArea
          name="statement"
          label={words.claims.fields.statement}
          defaultValue={claim.statement}
          limit={CLAIM_LIMITS.statement}
          rows={2}
          dir="auto"
        />
        <OpinionFields
          scale={withCurrent(scale, verdict.rating)}
          sources={citable(claim.evidence)}
          values={{
            ratingId: verdict.rating.id,
            problemId: verdict.problemId,
            conclusion: verdict.conclusion,
            rationale: verdict.rationale,
          }}
          words={words}
        />
        <FormActions>
          <SubmitButton>{texts.action}</SubmitButton>
        </FormActions>
      </SaidForm>
    </Disclosure>
  );
}

/**
 * The scale, with the rating in force even when it was retired since, or given on an earlier version: then it stands in
 * for the one that follows it.
 */
function withCurrent(scale: ScaleChoices, current: RatingView): ScaleChoices {
  if (scale.ratings.some(({ id }) => id === current.id)) return scale;
  const others = scale.ratings.filter(({ key }) => key !== current.key);
  // Its kinds of problem are those of another scale.
  return { isRated: scale.isRated, ratings: [current, ...others], problems: [] };
}
