import { ArrowDown, ArrowUp } from "lucide-react";
import { ActionForm } from "#components/forms/action-form.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { SelectField } from "#components/ui/select-field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { VerdictBadge } from "#components/verdicts/verdict-badge.tsx";
import type { Actor } from "#lib/auth/policy.ts";
import { fill, type Words } from "#lib/i18n/words.ts";
import { TONES } from "#lib/publishing/values.ts";
import {
  addRatingAction,
  editRatingAction,
  moveRatingAction,
  retireRatingAction,
} from "#lib/verdicts/actions.ts";
import type { ScaleRating, ScaleView } from "#lib/verdicts/queries.ts";
import { MOST_RATINGS, MOVES } from "#lib/verdicts/values.ts";
import { EntryForm } from "./entry-form.tsx";
import { numberOf } from "./scale-summary.tsx";
import { WhichDraft } from "./which-draft.tsx";

type Props = { draft: ScaleView; actor: Actor; words: Words };

/** The ratings of the draft, each to be changed, moved and retired, and a form for one more. */
export function DraftRatings({ draft, actor, words }: Props) {
  const texts = words.scales;
  return (
    <section className="grid gap-4" aria-labelledby="ratings">
      <h2 id="ratings" className="font-semibold">
        {texts.ratings}
      </h2>
      {!draft.isRated && <p className="text-muted">{texts.unrated}</p>}
      <ol className="divide-y divide-line border-y border-line">
        {draft.ratings.map((rating, index) => (
          <li key={rating.id} className="grid gap-2 py-4">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
              <VerdictBadge tone={rating.tone} label={rating.label} />
              <span className="text-sm text-muted">
                {rating.isRetired ? texts.retired : numberOf(rating, words)}
              </span>
              <RatingButtons rating={rating} index={index} draft={draft} words={words} />
            </div>
            <p className="text-pretty wrap-anywhere">{rating.definition}</p>
            <Disclosure summary={fill(texts.draft.edit, { label: rating.label })}>
              <RatingForm rating={rating} draft={draft} actor={actor} words={words} />
            </Disclosure>
          </li>
        ))}
      </ol>
      {draft.isRated && draft.ratings.length < MOST_RATINGS && (
        <Disclosure summary={texts.draft.add}>
          <RatingForm draft={draft} actor={actor} words={words} />
        </Disclosure>
      )}
      {draft.isRated && draft.ratings.length >= MOST_RATINGS && (
        <p className="text-muted">{fill(texts.draft.full, { most: MOST_RATINGS })}</p>
      )}
    </section>
  );
}

function RatingButtons({
  rating,
  index,
  draft,
  words,
}: { rating: ScaleRating; index: number } & Omit<Props, "actor">) {
  const texts = words.scales.draft;
  const { label, isRetired } = rating;
  const ends = { up: 0, down: draft.ratings.length - 1 };
  const icons = { up: ArrowUp, down: ArrowDown };
  return (
    <div className="ms-auto flex flex-wrap gap-1">
      {MOVES.map((move) => {
        const Icon = icons[move];
        return (
          <ActionForm key={move} action={moveRatingAction} className="contents">
            <WhichDraft draft={draft} />
            <input type="hidden" name="ratingId" value={rating.id} />
            <input type="hidden" name="move" value={move} />
            <SubmitButton
              variant="quiet"
              size="sm"
              aria-label={fill(texts[move], { label })}
              title={fill(texts[move], { label })}
              aria-disabled={ends[move] === index}
              className="aria-disabled:opacity-40"
            >
              <Icon aria-hidden className="size-4" />
            </SubmitButton>
          </ActionForm>
        );
      })}
      {draft.isRated && (
        <ActionForm action={retireRatingAction} className="contents">
          <WhichDraft draft={draft} />
          <input type="hidden" name="ratingId" value={rating.id} />
          <input type="hidden" name="retired" value={isRetired ? "" : "yes"} />
          <SubmitButton
            variant="quiet"
            size="sm"
            aria-label={fill(isRetired ? texts.restoreNamed : texts.retireNamed, { label })}
          >
            {isRetired ? texts.restore : texts.retire}
          </SubmitButton>
        </ActionForm>
      )}
    </div>
  );
}

function RatingForm({ rating, ...props }: Props & { rating?: ScaleRating }) {
  const texts = props.words.scales.draft;
  return (
    <EntryForm
      noun="rating"
      entry={rating}
      action={rating ? editRatingAction : addRatingAction}
      add={texts.add}
      labelHint={texts.labelHint}
      {...props}
    >
      <div className="grid gap-5 sm:grid-cols-2">
        <SelectField
          name="tone"
          label={texts.tone}
          options={TONES.map((tone) => ({ value: tone, label: texts.tones[tone] }))}
          defaultValue={rating?.tone ?? "mixed"}
        />
        <TextField
          name="value"
          label={texts.value}
          hint={texts.valueHint}
          defaultValue={rating?.value?.toString()}
          inputMode="numeric"
          optional
          autoComplete="off"
        />
      </div>
    </EntryForm>
  );
}
