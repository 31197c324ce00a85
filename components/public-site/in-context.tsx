import Link from "next/link";
import type { Format } from "#lib/i18n/format.ts";
import { fill, type Words } from "#lib/i18n/words.ts";
import type { StandingRecord } from "#lib/publishing/queries.ts";
import { ArticleChanged } from "./article-changed.tsx";

type Props = { record: StandingRecord; words: Words; format: Format };

/**
 * The claim's words marked among the sentences around them, once for each place they stand: as they were checked, with
 * a note when the article has changed since.
 */
export function InContext({ record: { claim, slug, articleChangedAt }, words, format }: Props) {
  const { article, rating } = claim;
  const texts = words.publicSite.claim;
  return (
    <div className="grid gap-4">
      {articleChangedAt && (
        <ArticleChanged>
          {fill(texts.articleChanged, { day: format.date(articleChangedAt) })} {texts.asChecked}
        </ArticleChanged>
      )}
      {claim.passages.map((passage) => (
        <figure key={`${passage.revision}:${passage.start}`}>
          <blockquote
            lang={article.language}
            dir={article.direction}
            className="border-s-3 border-line-strong ps-5 font-serif text-lg/relaxed whitespace-pre-line text-muted wrap-anywhere"
          >
            {passage.before}
            <mark data-tone={rating.tone} className="text-ink">
              {passage.quote}
            </mark>
            {passage.after}
          </blockquote>
          <figcaption className="mt-2 ps-5.75 text-sm text-muted">
            {passage.isGone && <p className="mb-1 font-medium text-mixed">{texts.isGone}</p>}
            <Link
              href={`/articles/${article.slug}#${slug}`}
              className="underline"
              lang={article.language}
              dir="auto"
            >
              {article.title}
            </Link>
            {article.publisher && words.common.comma + article.publisher}
          </figcaption>
        </figure>
      ))}
    </div>
  );
}
