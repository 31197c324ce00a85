import { VerdictBadge } from "#components/verdicts/verdict-badge.tsx";
import { fill, type Words } from "#lib/i18n/words.ts";
import type { NewProblem, NewRating } from "#lib/verdicts/schema.ts";

type Scale = {
  isRated: boolean;
  ratings: readonly (NewRating & { isRetired?: boolean })[];
  problems: readonly NewProblem[];
};

/** The ratings and kinds of problem of a scale with what they mean. */
export function ScaleSummary({ scale, words }: { scale: Scale; words: Words }) {
  const texts = words.scales;
  return (
    <div className="grid gap-5 rounded-lg border border-line bg-raised px-5 py-4">
      {!scale.isRated && <p className="text-muted">{texts.unrated}</p>}
      <dl className="grid gap-x-5 gap-y-3 sm:grid-cols-[minmax(7rem,auto)_minmax(0,1fr)]">
        {scale.ratings.map((rating) => (
          <div key={rating.key} className="contents">
            <dt>
              <VerdictBadge tone={rating.tone} label={rating.label} />
            </dt>
            <dd className="mb-2 text-pretty wrap-anywhere sm:mb-0">
              {rating.definition}
              <span className="block text-sm text-muted first-letter:uppercase">
                {rating.isRetired ? texts.retired : numberOf(rating, words)}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      {scale.problems.length > 0 && (
        <div className="border-t border-line pt-4">
          <h3 className="mb-3 text-sm font-semibold">{texts.problems}</h3>
          <dl className="grid gap-x-5 gap-y-2 text-sm sm:grid-cols-[minmax(7rem,auto)_minmax(0,1fr)]">
            {scale.problems.map(({ key, label, definition }) => (
              <div key={key} className="contents">
                <dt className="font-medium wrap-anywhere">{label}</dt>
                <dd className="mb-1.5 text-pretty wrap-anywhere text-muted sm:mb-0">{definition}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
    </div>
  );
}

/** What a rating counts as, in words. */
export function numberOf({ value }: Pick<NewRating, "value">, { scales }: Words): string {
  return value === null ? scales.noValue : fill(scales.value, { value });
}
