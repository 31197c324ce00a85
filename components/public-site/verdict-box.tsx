import Link from "next/link";
import { VerdictBadge } from "#components/verdicts/verdict-badge.tsx";
import type { Format } from "#lib/i18n/format.ts";
import { fill, type Words } from "#lib/i18n/words.ts";
import type { StandingRecord } from "#lib/publishing/queries.ts";

type Props = {
  record: StandingRecord;
  /** The language of the conclusion. */
  writtenIn: string;
  words: Words;
  format: Format;
};

/** The answer: rating, conclusion in one sentence, since when. */
export function VerdictBox({ record, writtenIn, words, format }: Props) {
  const { claim } = record;
  const texts = words.publicSite.claim;
  const updated = record.number > 1 ? fill(texts.updated, { day: format.date(record.updatedAt) }) : null;
  return (
    <section
      aria-labelledby="verdict"
      data-tone={claim.rating.tone}
      className="my-8 grid gap-3 rounded-e-lg border border-s-4 border-line border-s-tone bg-raised p-6"
    >
      <h2 id="verdict" className="sr-only">
        {texts.verdict}
      </h2>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <VerdictBadge
          tone={claim.rating.tone}
          label={claim.rating.label}
          lang={claim.rating.lang}
          size="lg"
        />
        {claim.problem && (
          <span className="font-medium text-muted" lang={claim.problem.lang}>
            {claim.problem.label}
          </span>
        )}
      </p>
      <p className="font-serif text-xl/normal wrap-anywhere" lang={writtenIn} dir="auto">
        {claim.conclusion}
      </p>
      <p className="flex flex-wrap gap-x-3 gap-y-1 text-sm text-muted">
        <span>{fill(texts.published, { day: format.date(record.publishedAt) })}</span>
        {updated && <span>{updated}</span>}
        <Link href={`/methodology#${claim.rating.key}`} className="underline">
          {fill(texts.means, { rating: claim.rating.label })}
        </Link>
      </p>
    </section>
  );
}
