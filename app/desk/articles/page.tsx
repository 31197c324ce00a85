import { FileText, Plus, SearchX } from "lucide-react";
import type { Metadata } from "next";
import Form from "next/form";
import { ArticleList } from "#components/articles/lists/article-list.tsx";
import { Button, LinkButton } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { NextPage } from "#components/ui/pagination.tsx";
import { SearchField } from "#components/ui/search-field.tsx";
import { loadArticles } from "#lib/articles/loaders.ts";
import { may } from "#lib/auth/policy.ts";
import { fill } from "#lib/i18n/words.ts";
import { loadConventions } from "#lib/members/loaders.ts";
import type { SearchParams } from "#lib/search-params.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadConventions()).words.articles.list.title };
}

export default async function ArticlesPage({ searchParams }: { searchParams: SearchParams }) {
  const { items, next, actor, search, isFirstPage } = await loadArticles(searchParams);
  const { words, format, newsroom } = await loadConventions();
  const { list } = words.articles;
  const add = may(actor, "article.create") && (
    <LinkButton href="/desk/articles/new" variant="primary">
      <Plus aria-hidden className="size-4" />
      {list.add}
    </LinkButton>
  );
  const isEmpty = items.length === 0 && isFirstPage && search === "";
  return (
    <>
      <PageHeader
        title={list.title}
        actions={
          <>
            {may(actor, "article.create") && (
              <LinkButton href="/desk/feeds">{words.connections.feeds.link}</LinkButton>
            )}
            {add}
          </>
        }
      />
      <div className="mx-auto max-w-4xl px-4 py-6 desk:px-7">
        {isEmpty ? (
          <EmptyState title={list.emptyTitle} icon={<FileText className="size-5" />} action={add}>
            {list.empty}
          </EmptyState>
        ) : (
          <Form action="/desk/articles" className="mb-6 flex gap-2">
            <SearchField name="q" label={list.search} defaultValue={search} />
            <Button type="submit">{list.searchSubmit}</Button>
          </Form>
        )}
        {items.length > 0 && (
          <ArticleList articles={items} words={words} format={format} locale={newsroom.locale} />
        )}
        {items.length === 0 && !isEmpty && (
          <EmptyState
            title={fill(list.nothingFound, { search })}
            icon={<SearchX className="size-5" />}
            action={<LinkButton href="/desk/articles">{list.showAll}</LinkButton>}
          >
            {list.nothingFoundHint}
          </EmptyState>
        )}
        {next && <NextPage href={nextPage(search, next)} label={words.common.more} />}
      </div>
    </>
  );
}

function nextPage(search: string, cursor: string): string {
  const params = new URLSearchParams({ ...(search && { q: search }), cursor });
  return `/desk/articles?${params}`;
}
