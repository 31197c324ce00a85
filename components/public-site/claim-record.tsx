import { Flag } from "lucide-react";
import { Fragment } from "react";
import { Markdown } from "#components/claims/markdown.tsx";
import type { Format } from "#lib/i18n/format.ts";
import { fill, plural, type Words } from "#lib/i18n/words.ts";
import { type claimReview, jsonLdText } from "#lib/publishing/claim-review.ts";
import type { StandingRecord } from "#lib/publishing/queries.ts";
import { CorrectionList } from "./correction-list.tsx";
import { GroupLink } from "./group-link.tsx";
import { HowChecked } from "./how-checked.tsx";
import { InContext } from "./in-context.tsx";
import { SaidBy } from "./said-by.tsx";
import { Section } from "./section.tsx";
import { footnotesOf, SourceList } from "./source-list.tsx";
import { VerdictBox } from "./verdict-box.tsx";

type Props = {
  record: StandingRecord;
  review: ReturnType<typeof claimReview>;
  words: Words;
  format: Format;
  locale: string;
};

/** A published claim, in the order readers ask: what was said, is it true, how do we know. */
export function ClaimRecord({ record, review, words, format, locale }: Props) {
  const { claim } = record;
  const texts = words.publicSite.claim;
  return (
    <article className="mx-auto max-w-[68ch]">
      <p className="mt-6 flex flex-wrap gap-x-2 text-sm text-muted">
        {texts.kicker}
        {claim.topics.map((topic) => (
          <Fragment key={topic.slug}>
            <span aria-hidden="true">·</span> <GroupLink kind="topic" {...topic} />
          </Fragment>
        ))}
      </p>
      <h1
        className="mt-5 mb-3 font-serif text-3xl/tight font-semibold tracking-tight text-pretty wrap-anywhere"
        dir="auto"
      >
        {claim.statement}
      </h1>
      <SaidBy claim={claim} words={words} format={format} />
      <VerdictBox record={record} words={words} format={format} locale={locale} />
      <section aria-labelledby="why" className="font-serif text-[1.15625rem]/[1.62]">
        <h2 id="why" className="sr-only">
          {texts.why}
        </h2>
        <Markdown source={claim.rationale} headingLevel={3} footnotes={footnotesOf(claim)} />
      </section>
      <Section id="context" title={texts.context}>
        <InContext record={record} words={words} format={format} />
      </Section>
      <Section id="sources" title={texts.sources}>
        <SourceList claim={claim} words={words} format={format} locale={locale} />
      </Section>
      <Section id="how" title={texts.howChecked}>
        <HowChecked claim={claim} words={words} format={format} />
      </Section>
      <Section id="corrections" title={texts.corrections}>
        <CorrectionList corrections={record.corrections} words={words} format={format} />
      </Section>
      <Section id="record" title={texts.record}>
        <p className="flex flex-wrap gap-x-3 text-sm text-muted">
          <span>{plural(locale, texts.version, record.number)}</span>
          <span>
            {"jsonLd" in review
              ? texts.hasClaimReview
              : fill(texts.noClaimReview, { reason: words.publicSite.claimReview[review.ineligible] })}
          </span>
        </p>
        <p className="mt-3 print:hidden">
          <a
            href={`/claims/${record.slug}/report`}
            rel="nofollow"
            className="inline-flex min-h-6 items-center gap-1.5 font-medium pointer-coarse:min-h-11"
          >
            <Flag aria-hidden className="size-4 shrink-0" />
            {words.tips.forms.errorLink}
          </a>
        </p>
      </Section>
      {"jsonLd" in review && <script type="application/ld+json">{jsonLdText(review.jsonLd)}</script>}
    </article>
  );
}
