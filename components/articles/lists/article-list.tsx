import Link from "next/link";
import { Chip } from "#components/ui/badge.tsx";
import type { ArticleListItem } from "#lib/articles/queries.ts";
import type { Format } from "#lib/i18n/format.ts";
import { fill, plural, type Words } from "#lib/i18n/words.ts";

type Conventions = { words: Words; format: Format; locale: string };

/** Articles, newest first. */
export function ArticleList({
  articles,
  ...conventions
}: Conventions & { articles: readonly ArticleListItem[] }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {articles.map((article) => (
        <ArticleRow key={article.id} article={article} {...conventions} />
      ))}
    </ul>
  );
}

function ArticleRow({ article, words, format, locale }: Conventions & { article: ArticleListItem }) {
  const { list } = words.articles;
  return (
    <li className="relative isolate grid gap-x-6 gap-y-2 py-4 before:absolute before:-inset-x-3 before:inset-y-0 before:-z-10 before:rounded-md hover:before:bg-hover sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <h2 className="font-serif text-lg leading-snug font-semibold text-pretty wrap-break-word">
          <Link
            href={`/desk/articles/${article.id}`}
            lang={article.language === "und" ? "" : article.language}
            className="no-underline after:absolute after:-inset-x-3 after:inset-y-0 after:rounded-md hover:underline focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent"
          >
            <bdi>{article.title}</bdi>
          </Link>
        </h2>
        <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
          <Chip>{words.common.origins[article.origin]}</Chip>
          {article.publisher && <bdi>{article.publisher}</bdi>}
          {article.publishedOn && (
            <time dateTime={article.publishedOn}>{format.day(article.publishedOn)}</time>
          )}
          <span>{fill(list.addedBy, { name: article.createdByName })}</span>
        </p>
      </div>
      <p className="flex items-center gap-x-3 self-center text-sm text-muted tabular-nums sm:flex-col sm:items-end">
        <span className="font-medium text-ink">
          {plural(locale, words.common.claims, article.claimCount)}
        </span>
        {article.claimCount > 0 && (
          <span>
            {plural(locale, list.open, article.openCount)} ·{" "}
            {plural(locale, list.published, article.publishedCount)}
          </span>
        )}
      </p>
    </li>
  );
}
