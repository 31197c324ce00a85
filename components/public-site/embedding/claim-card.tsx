import { VerdictBadge } from "#components/verdicts/verdict-badge.tsx";
import { fill, type Words } from "#lib/i18n/words.ts";
import type { PublishedRecord } from "#lib/publishing/queries.ts";

type Props = {
  record: PublishedRecord;
  /** Null: as the reader has it. */
  theme: "light" | "dark" | null;
  /** The language the page of the check is asked for in; null for the newsroom's. */
  language: string | null;
  /** The language of the statement, and of the other words. */
  statedIn: string;
  writtenIn: string;
  words: Words;
  newsroom: { name: string };
  siteUrl: string;
};

/** What was claimed, the verdict, and the way to the check; of a withdrawn check that it was, and why. */
export function ClaimCard({ record, theme, language, statedIn, writtenIn, words, newsroom, siteUrl }: Props) {
  const { claim } = record;
  const href = new URL(`${language === null ? "" : `/${language}`}/claims/${record.slug}`, siteUrl).href;
  return (
    <main id="main" data-card-theme={theme ?? undefined} className="p-px">
      <article className="grid gap-3 rounded-lg border border-line bg-raised p-4 sm:p-5">
        <h1
          className="font-serif text-xl/snug font-semibold text-pretty wrap-anywhere"
          lang={claim ? statedIn : undefined}
          dir="auto"
        >
          {claim?.statement ?? words.embed.withdrawn}
        </h1>
        {claim?.claimant && (
          <p className="text-sm text-muted wrap-anywhere" dir="auto">
            {claim.claimant.name}
          </p>
        )}
        {claim?.rating.isRated && (
          <p>
            <VerdictBadge tone={claim.rating.tone} label={claim.rating.label} lang={claim.rating.lang} />
          </p>
        )}
        <p className="font-serif text-lg/normal wrap-anywhere" lang={writtenIn} dir="auto">
          {claim?.conclusion ?? record.withdrawn?.reason}
        </p>
        <p className="flex flex-wrap gap-x-3 gap-y-1 text-sm text-muted">
          <span dir="auto">{fill(words.embed.by, { newsroom: newsroom.name })}</span>
          {claim && (
            <a href={href} target="_blank" rel="noopener" className="underline">
              {words.embed.read}
            </a>
          )}
        </p>
      </article>
    </main>
  );
}
