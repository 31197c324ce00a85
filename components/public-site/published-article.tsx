import Link from "next/link";
import { ArticleText } from "#components/articles/text/article-text.tsx";
import type { MarkedClaim } from "#components/articles/text/marked-words.tsx";
import { OutsideLink } from "#components/ui/outside-link.tsx";
import type { Format } from "#lib/i18n/format.ts";
import { fill, plural, type Words } from "#lib/i18n/words.ts";
import type { ArticleClaim, PublishedArticle } from "#lib/publishing/queries.ts";
import { ArticleChanged } from "./article-changed.tsx";
import { ListedVerdict } from "./listed-verdict.tsx";

type Props = { published: PublishedArticle; words: Words; format: Format; locale: string };

/** An article as readers get it: all of it or the sentences around its claims, and the claims as a list. */
export function PublishedArticleView({ published, words, format, locale }: Props) {
  const { article, claims } = published;
  const texts = words.publicSite.article;
  return (
    <div className="mx-auto max-w-[68ch]">
      <p className="mt-6 text-sm text-muted">{texts.kicker[article.origin]}</p>
      <h1
        className="mt-5 mb-3 font-serif text-3xl/tight font-semibold tracking-tight text-balance wrap-anywhere"
        lang={article.language}
        dir="auto"
      >
        {article.title}
      </h1>
      <ArticleFacts published={published} words={words} format={format} locale={locale} />
      <div className="mt-8 border-t border-line pt-8 empty:hidden">
        {published.full ? (
          <ArticleText
            text={published.full.text}
            blocks={published.full.blocks}
            claims={claims.map((claim) => markedClaim(claim, words, 0))}
            language={article.language}
            direction={article.direction}
            tableName={words.common.table}
            linksWords
          />
        ) : (
          <Excerpts published={published} words={words} />
        )}
      </div>
      <section aria-labelledby="claims" className="mt-12 border-t border-line pt-5">
        <h2 id="claims" className="mb-2 text-[0.9375rem] font-semibold">
          {texts.claims}
        </h2>
        <ol className="divide-y divide-line">
          {claims.map((claim) => (
            <ClaimLine key={claim.slug} claim={claim} words={words} format={format} />
          ))}
        </ol>
      </section>
    </div>
  );
}

function ArticleFacts({ published: { article, claims }, words, format, locale }: Props) {
  const texts = words.publicSite.article;
  const facts = [
    article.publisher,
    article.byline && fill(texts.byline, { name: article.byline }),
    article.publishedOn && format.day(article.publishedOn),
    plural(locale, texts.claimsCount, claims.length),
  ].filter((fact): fact is string => Boolean(fact));
  return (
    <p className="flex flex-wrap gap-x-3 gap-y-1 text-[0.90625rem] text-muted">
      {facts.map((fact) => (
        <span key={fact} className="wrap-anywhere" dir="auto">
          {fact}
        </span>
      ))}
      {article.sourceUrl && (
        <OutsideLink href={article.sourceUrl} rel="noopener nofollow" className="underline">
          {texts.original}
        </OutsideLink>
      )}
    </p>
  );
}

function Excerpts({ published, words }: { published: PublishedArticle; words: Words }) {
  const { article } = published;
  const texts = words.publicSite.article;
  const excerpts = published.excerpts ?? [];
  // The article changed, and none of its claims has a place in it any more.
  if (excerpts.length === 0) return null;
  return (
    <>
      <p className="mb-8 font-sans text-sm text-muted">
        {texts.excerpts}
        {article.sourceUrl && ` ${texts.whole}`}
      </p>
      {excerpts.map((excerpt, index) => (
        <div key={excerpt.offset}>
          {index > 0 && (
            <p className="my-6 text-center tracking-[0.5em] text-muted" role="img" aria-label={texts.gap}>
              …
            </p>
          )}
          <ArticleText
            text={excerpt.text}
            blocks={excerpt.blocks}
            claims={published.claims.map((claim) =>
              markedClaim(claim, words, excerpt.offset, excerpt.text.length),
            )}
            language={article.language}
            direction={article.direction}
            tableName={words.common.table}
            linksWords
          />
        </div>
      ))}
    </>
  );
}

/** A claim as the text's marks need it; offsets count from where the shown text begins. */
function markedClaim(
  claim: ArticleClaim,
  words: Words,
  offset: number,
  length = Number.POSITIVE_INFINITY,
): MarkedClaim {
  return {
    id: claim.slug,
    number: claim.number,
    tone: claim.tone,
    name: claim.isRated
      ? fill(words.publicSite.article.open, { number: claim.number, rating: claim.ratingLabel })
      : fill(words.embed.unratedMark, { number: claim.number }),
    href: `/claims/${claim.slug}`,
    detailsId: claim.slug,
    passages: claim.passages
      .map(({ start, end }) => ({ id: `${claim.slug}:${start}`, start: start - offset, end: end - offset }))
      .filter(({ start, end }) => start >= 0 && end <= length),
  };
}

function ClaimLine({ claim, words, format }: { claim: ArticleClaim; words: Words; format: Format }) {
  const { articleChanged } = words.publicSite.article;
  return (
    <li
      id={claim.slug}
      className="grid scroll-mt-8 grid-cols-[1.75rem_1fr] gap-x-2 py-5 target:bg-accent-soft"
    >
      <span className="font-semibold text-muted tabular-nums">{claim.number}</span>
      <div className="grid min-w-0 justify-items-start gap-2">
        <h3 className="font-serif text-lg/snug font-semibold wrap-anywhere" lang={claim.statedIn} dir="auto">
          <Link href={`/claims/${claim.slug}`} className="hover:underline">
            {claim.statement}
          </Link>
        </h3>
        <ListedVerdict claim={claim} />
        <p className="font-serif wrap-anywhere" lang={claim.lang} dir="auto">
          {claim.conclusion}
        </p>
        {claim.articleChangedAt && (
          <ArticleChanged>
            {fill(articleChanged, { day: format.date(claim.articleChangedAt) })}
          </ArticleChanged>
        )}
      </div>
    </li>
  );
}
