import Link from "next/link";
import type { Format } from "#lib/i18n/format.ts";
import { fill, type Words } from "#lib/i18n/words.ts";
import type { StandingRecord } from "#lib/publishing/queries.ts";
import { VerdictPanel } from "./verdict-panel.tsx";

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
    <VerdictPanel verdict={claim} writtenIn={writtenIn} words={words}>
      <p className="flex flex-wrap gap-x-3 gap-y-1 text-sm text-muted">
        <span>{fill(texts.published, { day: format.date(record.publishedAt) })}</span>
        {updated && <span>{updated}</span>}
        {claim.rating.isRated && (
          <Link href={`/methodology#${claim.rating.key}`} className="underline">
            {fill(texts.means, { rating: claim.rating.label })}
          </Link>
        )}
      </p>
    </VerdictPanel>
  );
}
