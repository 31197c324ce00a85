import { Chip } from "#components/ui/badge.tsx";
import type { Format } from "#lib/i18n/format.ts";
import { fill, type Words } from "#lib/i18n/words.ts";
import type { StandingRecord } from "#lib/publishing/queries.ts";

type Props = { record: StandingRecord; words: Words; format: Format };

/** Every change since the first publication, newest first, with what stood there before. */
export function CorrectionList({ record: { slug, corrections }, words, format }: Props) {
  const texts = words.publicSite.claim;
  if (corrections.length === 0) return <p className="text-muted">{texts.noCorrections}</p>;
  return (
    <ol className="grid gap-5">
      {corrections.map((correction) => (
        <li key={correction.id} id={`correction-${correction.id}`} className="scroll-mt-8">
          <p className="flex flex-wrap items-baseline gap-2 text-sm text-muted">
            <Chip>{words.common.correctionTypes[correction.type]}</Chip>
            <time dateTime={correction.at.toISOString()}>{format.date(correction.at)}</time>
          </p>
          <p className="mt-1 wrap-anywhere" dir="auto">
            {correction.reason}
          </p>
          {correction.before && (
            <p className="mt-1 text-sm text-muted wrap-anywhere" dir="auto">
              {fill(texts.before, {
                rating: correction.before.rating.label,
                conclusion: correction.before.conclusion,
              })}
            </p>
          )}
          <p className="mt-1 text-sm print:hidden">
            <a href={`/claims/${slug}?version=${correction.version - 1}`} className="underline">
              {fill(texts.readFormer, { number: correction.version - 1 })}
            </a>
          </p>
        </li>
      ))}
    </ol>
  );
}
