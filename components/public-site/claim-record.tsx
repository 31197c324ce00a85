import { Flag, Link2 } from "lucide-react";
import { Markdown } from "#components/claims/markdown.tsx";
import { Filled } from "#components/ui/filled.tsx";
import type { Format } from "#lib/i18n/format.ts";
import { directionOf, type Language } from "#lib/i18n/languages.ts";
import { quoted } from "#lib/i18n/quotation.ts";
import { fill, plural, type Words } from "#lib/i18n/words.ts";
import { type claimReview, jsonLdText } from "#lib/publishing/claim-review.ts";
import type { StandingRecord } from "#lib/publishing/queries.ts";
import { CiteAndShare } from "./cite-and-share.tsx";
import { CorrectionList } from "./correction-list.tsx";
import { GroupLink } from "./group-link.tsx";
import { HowChecked } from "./how-checked.tsx";
import { InContext } from "./in-context.tsx";
import { InShort } from "./in-short.tsx";
import { SaidBy } from "./said-by.tsx";
import { Section } from "./section.tsx";
import { footnotesOf, SourceList } from "./source-list.tsx";
import { VerdictBox } from "./verdict-box.tsx";

type Props = {
  record: StandingRecord;
  review: ReturnType<typeof claimReview>;
  words: Words;
  format: Format;
  newsroom: { name: string; locale: string };
  siteUrl: string | URL;
  /** Whether this is the claim's own address; the same page under another has no data for machines. */
  isPermalink: boolean;
  /** What is copied to embed the claim; null where it is not offered. */
  code: string | null;
  /** The language the page is asked for in; null in the newsroom's own. */
  language: Language | null;
  /** The language of the statement, and the one its verdict is in on this page, and whether it is a translation. */
  statedIn: string;
  writtenIn: string;
  isTranslated: boolean;
  /** The language of all else that the desk wrote, where it is not the page's. */
  deskLang: string | undefined;
};

/** A published claim, in the order readers ask: what was said, is it true, how do we know. */
export function ClaimRecord({
  record,
  review,
  words,
  format,
  newsroom,
  siteUrl,
  isPermalink,
  code,
  language,
  statedIn,
  writtenIn,
  isTranslated,
  deskLang,
}: Props) {
  const { claim } = record;
  const { locale } = newsroom;
  const texts = words.publicSite.claim;
  return (
    <article className="mx-auto max-w-[68ch]">
      <p className="mt-6 flex flex-wrap gap-x-2 text-sm text-muted">
        <span>
          {texts.kicker}
          {claim.topics.length > 0 && <Dot />}
        </span>
        {claim.topics.map((topic, at) => (
          <span key={topic.slug}>
            <GroupLink kind="topic" {...topic} lang={deskLang} />
            {at < claim.topics.length - 1 && <Dot />}
          </span>
        ))}
      </p>
      <Statement statement={claim.statement} language={statedIn} />
      <SaidBy claim={claim} words={words} format={format} deskLang={deskLang} />
      {isTranslated && (
        <p className="mt-2 text-sm text-muted">
          {texts.translated}{" "}
          <a href={`/claims/${record.slug}`} hrefLang="x-default">
            {texts.readOriginal}
          </a>
        </p>
      )}
      <VerdictBox record={record} writtenIn={writtenIn} words={words} format={format} />
      <InShort record={record} words={words} format={format} locale={locale} />
      <section
        aria-labelledby="why"
        lang={writtenIn}
        dir={directionOf(writtenIn)}
        className="font-serif text-[1.15625rem]/[1.62]"
      >
        <h2 id="why" className="sr-only">
          {texts.why}
        </h2>
        <Markdown source={claim.rationale} headingLevel={3} footnotes={footnotesOf(claim.evidence)} />
      </section>
      <Section id="context" title={texts.context}>
        <InContext record={record} words={words} format={format} />
      </Section>
      <Section id="sources" title={texts.sources}>
        <SourceList claim={claim} words={words} format={format} deskLang={deskLang} locale={locale} />
      </Section>
      <Section id="how" title={texts.howChecked}>
        <HowChecked claim={claim} words={words} format={format} deskLang={deskLang} />
      </Section>
      <Section id="corrections" title={texts.corrections}>
        <CorrectionList record={record} words={words} format={format} deskLang={deskLang} />
      </Section>
      <Section id="record" title={texts.record}>
        <p className="flex flex-wrap gap-x-3 text-sm text-muted">
          <span>{plural(locale, texts.version, record.number)}</span>
          {"ineligible" in review ? (
            <span>
              {fill(texts.noClaimReview, { reason: words.publicSite.claimReview[review.ineligible] })}
            </span>
          ) : (
            <span>
              {isPermalink ? (
                texts.hasClaimReview
              ) : (
                <Filled
                  template={texts.claimReviewElsewhere}
                  values={{
                    page: (
                      <a href={`/claims/${record.slug}`} hrefLang="x-default">
                        {texts.claimReviewPage}
                      </a>
                    ),
                  }}
                />
              )}
            </span>
          )}
        </p>
        <p className="mt-3 flex flex-wrap gap-x-6 gap-y-2 print:hidden">
          <a
            href={`/claims/${record.slug}/record`}
            className="inline-flex min-h-6 items-center gap-1.5 font-medium pointer-coarse:min-h-11"
          >
            <Link2 aria-hidden className="size-4 shrink-0" />
            {words.publicSite.proof.title}
          </a>
          <a
            href={`/claims/${record.slug}/report`}
            rel="nofollow"
            className="inline-flex min-h-6 items-center gap-1.5 font-medium pointer-coarse:min-h-11"
          >
            <Flag aria-hidden className="size-4 shrink-0" />
            {words.tips.forms.errorLink}
          </a>
        </p>
        <CiteAndShare
          record={record}
          words={words}
          format={format}
          newsroomName={newsroom.name}
          siteUrl={siteUrl}
          language={language}
          statedIn={statedIn}
          code={code}
        />
      </Section>
      {isPermalink && "jsonLd" in review && (
        <script type="application/ld+json">{jsonLdText(review.jsonLd)}</script>
      )}
    </article>
  );
}

/** Ends a line rather than beginning one. */
const Dot = () => <span aria-hidden="true">{"\u00a0"}·</span>;

/** The claim as the page's title, in the quotation marks of its language. */
export function Statement({ statement, language }: { statement: string; language: string }) {
  return (
    <h1
      className="mt-5 mb-3 font-serif text-3xl/tight font-semibold tracking-tight text-pretty wrap-anywhere"
      lang={language}
      dir="auto"
    >
      {quoted(statement, language)}
    </h1>
  );
}
