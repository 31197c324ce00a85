import { confidentialLine } from "#components/claims/confidential-line.ts";
import { OutsideLink } from "#components/ui/outside-link.tsx";
import { VerdictBadge } from "#components/verdicts/verdict-badge.tsx";
import type { Format } from "#lib/i18n/format.ts";
import { quoted } from "#lib/i18n/quotation.ts";
import { fill, plural, type Words } from "#lib/i18n/words.ts";
import type { PackCheck, PackClaim } from "#lib/insights/pack.ts";
import { isVerdictChanged } from "#lib/publishing/rules.ts";

type Shown = { words: Words; format: Format; locale: string; siteUrl: string };

/** Published checks one after another, as one reads them on paper. */
export function PackChecks({ checks, ...shown }: { checks: readonly PackCheck[] } & Shown) {
  return (
    <ol className="grid gap-6">
      {checks.map((check) => (
        <li key={check.slug} className="break-inside-avoid border-t border-line pt-5">
          <Check check={check} {...shown} />
        </li>
      ))}
    </ol>
  );
}

function Check({ check, ...shown }: { check: PackCheck } & Shown) {
  const { words, format, siteUrl } = shown;
  const texts = words.insights.pack;
  const { slug, publishedAt, claim, withdrawn, corrections } = check;
  const address = new URL(`/claims/${slug}`, siteUrl).href;
  return (
    <article className="grid gap-2">
      <h3 className="font-serif text-lg font-semibold wrap-anywhere" dir="auto">
        {claim?.statement ?? texts.withdrawnCheck}
      </h3>
      {withdrawn && (
        <p>{fill(texts.withdrawn, { day: format.date(withdrawn.at), reason: withdrawn.reason })}</p>
      )}
      {claim && <Verdict claim={claim} corrections={corrections} {...shown} />}
      {claim && <Sources claim={claim} {...shown} />}
      {corrections.length > 0 && (
        <>
          <h4 className="mt-1 text-sm font-semibold">{texts.corrections}</h4>
          <ul className="grid list-disc gap-1 ps-5 text-sm">
            {corrections.map(({ type, reason, at }) => (
              <li key={`${at.getTime()} ${type}`} className="wrap-anywhere">
                {fill(texts.correction, {
                  day: format.date(at),
                  type: words.common.correctionTypes[type],
                  reason,
                })}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="text-sm text-muted">
        {fill(texts.published, { day: format.date(publishedAt) })} ·{" "}
        <a href={address} className="wrap-anywhere">
          {address}
        </a>
      </p>
    </article>
  );
}

function Verdict({
  claim,
  corrections,
  words,
  format,
  locale,
}: { claim: PackClaim } & Pick<PackCheck, "corrections"> & Shown) {
  const texts = words.insights.pack;
  const checkedBy = isVerdictChanged(corrections) ? words.publicSite.claim.formerCheckedBy : texts.opinions;
  const { claimant, saidOn, article, rating, conclusion, opinions } = claim;
  const said = [
    claimant && `${texts.claimant} ${claimant.name}`,
    saidOn && format.day(saidOn),
    [`${texts.article} ${quoted(article.title, locale)}`, article.publisher]
      .filter(Boolean)
      .join(words.common.comma),
  ];
  return (
    <>
      <p className="text-sm text-muted wrap-anywhere">{said.filter(Boolean).join(" · ")}</p>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {rating.tone !== null && rating.label !== null && (
          <VerdictBadge tone={rating.tone} label={rating.label} />
        )}
        <p className="text-sm text-muted">
          {fill(texts.scale, { scale: rating.scale })} · {plural(locale, checkedBy, opinions)}
        </p>
      </div>
      <p className="font-serif text-lg/relaxed wrap-anywhere" dir="auto">
        {conclusion}
      </p>
    </>
  );
}

function Sources({ claim, words, format, locale }: { claim: PackClaim } & Shown) {
  const texts = words.insights.pack;
  const { evidence, confidentialSources: count, confidentialSeenBy: seenBy } = claim;
  return (
    <>
      <h4 className="mt-1 text-sm font-semibold">{texts.sources}</h4>
      {evidence.length === 0 && <p className="text-sm text-muted">{texts.noSources}</p>}
      <ul className="grid list-disc gap-1.5 ps-5 text-sm">
        {evidence.map(({ title, url, publisher, publishedOn, kind, stance }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a frozen list without ids
          <li key={at} className="wrap-anywhere">
            {[title, publisher, publishedOn && format.day(publishedOn)]
              .filter(Boolean)
              .join(words.common.comma)}{" "}
            ({words.common.sourceKinds[kind]}
            {words.common.comma}
            {words.common.stances[stance]})
            {url && (
              <>
                {" · "}
                <OutsideLink href={url} rel="noreferrer">
                  {url}
                </OutsideLink>
              </>
            )}
          </li>
        ))}
        {count > 0 && <li>{confidentialLine({ count, seenBy, words, locale })}</li>}
      </ul>
    </>
  );
}
