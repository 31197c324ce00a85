import { Chip } from "#components/ui/badge.tsx";
import { Filled } from "#components/ui/filled.tsx";
import type { Format } from "#lib/i18n/format.ts";
import { fill, type Words } from "#lib/i18n/words.ts";
import type { StandingRecord } from "#lib/publishing/queries.ts";

type Props = {
  record: StandingRecord;
  words: Words;
  format: Format;
  /** The language of what the desk wrote, where it is not the page's. */
  deskLang: string | undefined;
};

/** Every change since the first publication, newest first, with what stood there before. */
export function CorrectionList({ record: { slug, corrections }, words, format, deskLang }: Props) {
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
          <p className="mt-1 wrap-anywhere" lang={deskLang} dir="auto">
            {correction.reason}
          </p>
          {correction.before && (
            <p className="mt-1 text-sm text-muted wrap-anywhere" dir="auto">
              <Before before={correction.before} texts={texts} deskLang={deskLang} />
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

function Before({
  before: { rating, conclusion },
  texts,
  deskLang,
}: {
  before: NonNullable<StandingRecord["corrections"][number]["before"]>;
  texts: Words["publicSite"]["claim"];
  deskLang: string | undefined;
}) {
  const concluded = <span lang={deskLang}>{conclusion}</span>;
  if (!rating.isRated) return <Filled template={texts.beforeUnrated} values={{ conclusion: concluded }} />;
  const rated = <span lang={rating.lang}>{rating.label}</span>;
  return <Filled template={texts.before} values={{ rating: rated, conclusion: concluded }} />;
}
