import type { ReactNode } from "react";
import type { Format } from "#lib/i18n/format.ts";
import { fill, plural, type Words } from "#lib/i18n/words.ts";
import type { StandingRecord } from "#lib/publishing/queries.ts";
import { isVerdictChanged } from "#lib/publishing/rules.ts";
import type { PublishedClaim } from "#lib/publishing/schema.ts";
import { STANCES } from "./source-list.tsx";

type Props = { record: StandingRecord; words: Words; format: Format; locale: string };

/** What the verdict rests on, in a line each that leads to the whole of it further down. */
export function InShort({ record, words, format, locale }: Props) {
  const { claim, corrections, articleChangedAt } = record;
  const texts = words.publicSite.claim;
  const [latest] = corrections;
  const checkedBy = isVerdictChanged(corrections) ? texts.formerCheckedBy : texts.checkedBy;
  return (
    <section aria-labelledby="short" className="my-8">
      <h2 id="short" className="mb-2 text-[0.9375rem] font-semibold">
        {texts.short}
      </h2>
      <ul className="grid list-disc gap-1 ps-5 text-[0.9375rem] marker:text-muted">
        <Line href="#how">
          {plural(locale, checkedBy, claim.opinions)}
          {claim.people.adjudicator && `. ${texts.differed}`}
        </Line>
        <Line href="#sources">{sourcesLine(claim, words, locale)}</Line>
        {claim.replies.map(({ asked, outcome }) => (
          <Line key={`${asked}:${outcome}`} href="#how">
            {fill(texts.askedShort, { asked, outcome: words.common.replyOutcomes[outcome] })}
          </Line>
        ))}
        {latest && (
          <Line href="#corrections">
            {plural(locale, texts.correctedTimes, corrections.length)}
            {words.common.comma}
            {fill(texts.lastOn, { day: format.date(latest.at) })}
          </Line>
        )}
        {articleChangedAt && (
          <Line href="#context">{fill(texts.articleChanged, { day: format.date(articleChangedAt) })}</Line>
        )}
      </ul>
    </section>
  );
}

function Line({ href, children }: { href: string; children: ReactNode }) {
  return (
    <li className="wrap-anywhere">
      <a href={href} className="decoration-line-strong underline-offset-3">
        {children}
      </a>
    </li>
  );
}

/** "3 sources: 2 support it, 1 refutes it", primary ones named when there are any. */
function sourcesLine(
  { evidence, confidentialSources }: PublishedClaim,
  words: Words,
  locale: string,
): string {
  const texts = words.publicSite.claim;
  const total = plural(locale, words.common.sources, evidence.length);
  const parts = STANCES.flatMap((stance) => {
    const count = evidence.filter((item) => item.stance === stance).length;
    return count === 0 ? [] : [plural(locale, texts.stancesShort[stance], count)];
  });
  const primary = evidence.filter(({ kind }) => kind === "primary").length;
  const more = [
    ...(primary > 0 ? [plural(locale, texts.primaryShort, primary)] : []),
    ...(confidentialSources > 0 ? [plural(locale, texts.confidential, confidentialSources)] : []),
  ];
  const { comma, semicolon, colon } = words.common;
  return [[total, parts.join(comma)].filter(Boolean).join(colon), ...more].join(semicolon);
}
