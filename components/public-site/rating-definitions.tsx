import { VerdictBadge } from "#components/verdicts/verdict-badge.tsx";
import type { Marked } from "#lib/publishing/in-language.ts";
import type { RatingView } from "#lib/verdicts/schema.ts";

/** What ratings mean, each under its key, where verdicts lead. `taken`: keys that lead to another place of the page. */
export function RatingDefinitions({
  ratings,
  taken = [],
}: {
  ratings: readonly (RatingView & Marked)[];
  taken?: readonly string[];
}) {
  const isFirst = (rating: RatingView) =>
    !taken.includes(rating.key) && ratings.find(({ key }) => key === rating.key) === rating;
  return (
    <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[11rem_1fr] sm:gap-y-5">
      {ratings.map((rating) => (
        <div key={rating.id} className="contents">
          <dt
            id={isFirst(rating) ? rating.key : undefined}
            className="mt-3 scroll-mt-8 rounded-md target:outline-2 target:outline-offset-4 target:outline-accent sm:mt-0 sm:self-start sm:justify-self-start"
          >
            <VerdictBadge tone={rating.tone} label={rating.label} lang={rating.lang} />
          </dt>
          <dd className="font-serif text-lg/relaxed" lang={rating.lang} dir="auto">
            {rating.definition}
          </dd>
        </div>
      ))}
    </dl>
  );
}
