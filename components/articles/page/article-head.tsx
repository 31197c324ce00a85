import { ArrowUpRight } from "lucide-react";
import type { ReactNode } from "react";
import { OutsideLink } from "#components/ui/outside-link.tsx";
import type { ArticleDetail } from "#lib/articles/queries.ts";
import type { Format } from "#lib/i18n/format.ts";
import { fill, type Words } from "#lib/i18n/words.ts";

/** The article's title and what is known of it. */
export function ArticleHead({
  article,
  hasPublicPage,
  words,
  format,
}: {
  article: ArticleDetail;
  /** Whether readers can see any of it. */
  hasPublicPage: boolean;
  words: Words;
  format: Format;
}) {
  const { page } = words.articles;
  const facts: ReactNode[] = [
    words.common.origins[article.origin],
    article.publisher,
    article.byline,
    article.publishedOn && format.day(article.publishedOn),
    article.deadlineAt && fill(page.deadline, { when: format.dateTime(article.deadlineAt) }),
    article.embargoUntil && fill(page.embargo, { when: format.dateTime(article.embargoUntil) }),
    <a key="revision" href={`/desk/articles/${article.id}/revisions`} className="rounded-sm text-inherit">
      {fill(words.revisions.article.inForce, {
        number: article.revision.number,
        at: format.dateTime(article.revision.createdAt),
      })}
    </a>,
  ];
  return (
    <header className="mb-6.5 border-b border-line pb-5.5">
      <h1
        lang={article.language === "und" ? "" : article.language}
        dir="auto"
        className="mb-3 font-serif text-[1.625rem] leading-tight font-semibold tracking-tight text-balance wrap-break-word sm:text-[2.125rem] sm:leading-[1.18]"
      >
        {article.title}
      </h1>
      {/* Every fact has a dot before it; those at the beginning of a line are cut off. */}
      <div className="overflow-hidden">
        <ul className="-ms-4 flex flex-wrap gap-y-1 text-sm text-muted">
          {facts.filter(Boolean).map((fact, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: facts stand in a fixed order
            <Fact key={index}>
              <bdi>{fact}</bdi>
            </Fact>
          ))}
          {article.sourceUrl && (
            <Fact>
              <OutsideLink href={article.sourceUrl} rel="external noreferrer" className={OUT}>
                <Out label={page.original} />
              </OutsideLink>
            </Fact>
          )}
          {hasPublicPage && (
            <Fact>
              <a href={`/articles/${article.slug}`} className={OUT}>
                <Out label={page.publicPage} />
              </a>
            </Fact>
          )}
        </ul>
      </div>
    </header>
  );
}

function Fact({ children }: { children: ReactNode }) {
  return (
    <li className="relative ps-4 before:absolute before:start-1.5 before:text-faint before:content-['·']">
      {children}
    </li>
  );
}

const OUT = "inline-flex items-center gap-0.5 rounded-sm text-accent";

function Out({ label }: { label: string }) {
  return (
    <>
      {label}
      <ArrowUpRight aria-hidden className="size-3.5 rtl:-scale-x-100" />
    </>
  );
}
