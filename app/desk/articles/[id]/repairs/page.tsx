import { CircleCheck } from "lucide-react";
import type { Metadata } from "next";
import { toDeskArticle } from "#components/articles/store/desk-claim.ts";
import { NewestTextProvider } from "#components/passages/newest-text.tsx";
import { RepairCounts } from "#components/passages/repair-counts.tsx";
import { RepairHelp } from "#components/passages/repair-help.tsx";
import { RepairKeys } from "#components/passages/repair-keys.tsx";
import { RepairList } from "#components/passages/repair-list.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { loadConventions } from "#lib/members/loaders.ts";
import { loadArticleRepairs } from "#lib/passages/loaders.ts";
import type { SearchParams } from "#lib/search-params.ts";

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ article }, { words }] = await Promise.all([
    loadArticleRepairs((await params).id),
    loadConventions(),
  ]);
  return { title: `${words.passages.title}${words.common.colon}${article.title}` };
}

export default async function ArticleRepairsPage({ params, searchParams }: Props) {
  const [{ id }, { choose }] = await Promise.all([params, searchParams]);
  const [{ article, items }, { words, format, newsroom }] = await Promise.all([
    loadArticleRepairs(id),
    loadConventions(),
  ]);
  const conventions = { words, format, locale: newsroom.locale, now: new Date() };
  const inOrder = items.toSorted((a, b) => a.claim.number - b.claim.number);
  const published = inOrder.filter(({ claim }) => claim.state === "published");
  const ordered = [...published, ...inOrder.filter(({ claim }) => claim.state !== "published")];
  return (
    <>
      <PageHeader
        title={words.passages.title}
        crumbs={[
          { href: "/desk/articles", label: words.common.nav.articles },
          { href: `/desk/articles/${id}`, label: article.title },
        ]}
        meta={
          items.length > 0 && (
            <RepairCounts counts={{ all: items.length, published: published.length }} {...conventions} />
          )
        }
        actions={items.length > 0 && <RepairHelp />}
      />
      <div className="mx-auto max-w-5xl px-4 py-6 desk:px-7">
        <NewestTextProvider article={toDeskArticle(article)}>
          <RepairKeys ids={ordered.map(({ passageId }) => passageId)}>
            {ordered.length > 0 ? (
              <>
                <p className="mb-4 text-pretty text-muted">{words.passages.lead}</p>
                <RepairList
                  items={ordered}
                  choosingId={choose}
                  headingLevel={2}
                  hasAnchors
                  {...conventions}
                />
              </>
            ) : (
              <EmptyState
                icon={<CircleCheck className="size-5" />}
                title={words.passages.empty}
                action={<LinkButton href={`/desk/articles/${id}`}>{words.passages.emptyArticle}</LinkButton>}
              >
                {words.passages.emptyText}
              </EmptyState>
            )}
          </RepairKeys>
        </NewestTextProvider>
      </div>
    </>
  );
}
