import { Library, SearchX } from "lucide-react";
import type { Metadata } from "next";
import Form from "next/form";
import { SourceRows } from "#components/sources/source-rows.tsx";
import { Button, LinkButton } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { NextPage } from "#components/ui/pagination.tsx";
import { SearchField } from "#components/ui/search-field.tsx";
import { TabLinks } from "#components/ui/tabs.tsx";
import { loadConventions } from "#lib/members/loaders.ts";
import type { SearchParams } from "#lib/search-params.ts";
import { loadSources } from "#lib/sources/loaders.ts";
import { SOURCE_FORMS, SOURCE_KINDS } from "#lib/sources/values.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadConventions()).words.sources.list.title };
}

export default async function SourcesPage({ searchParams }: { searchParams: SearchParams }) {
  const [{ items, next, kind, held, search, isFirstPage }, { words, format, newsroom }] = await Promise.all([
    loadSources(searchParams),
    loadConventions(),
  ]);
  const texts = words.sources.list;
  const isFiltered = kind !== null || held !== null || search !== "";
  const isEmpty = items.length === 0 && isFirstPage && !isFiltered;
  return (
    <>
      <PageHeader title={texts.title} />
      <div className="mx-auto max-w-5xl px-4 py-6 desk:px-7">
        {isEmpty ? (
          <EmptyState
            icon={<Library className="size-5" />}
            title={texts.empty}
            action={<LinkButton href="/desk/claims">{texts.emptyAction}</LinkButton>}
          >
            {texts.emptyText}
          </EmptyState>
        ) : (
          <search className="mb-5 grid gap-3">
            <Form action="/desk/sources" className="flex max-w-xl gap-2">
              {kind && <input type="hidden" name="kind" value={kind} />}
              {held && <input type="hidden" name="as" value={held} />}
              <SearchField key={search} name="q" label={texts.search} defaultValue={search} />
              <Button type="submit">{texts.submit}</Button>
            </Form>
            <div className="flex min-w-0 flex-wrap gap-x-8 gap-y-1 *:max-w-full">
              <TabLinks
                label={texts.filter}
                tabs={[null, ...SOURCE_KINDS].map((option) => ({
                  href: addressOf({ kind: option, as: held, q: search }),
                  label: option === null ? texts.all : words.common.sourceKinds[option],
                  current: option === kind,
                }))}
              />
              <TabLinks
                label={texts.held}
                tabs={SOURCE_FORMS.map((option) => ({
                  // Pressed once more it is taken back.
                  href: addressOf({ kind, as: option === held ? null : option, q: search }),
                  label: texts.heldAs[option],
                  current: option === held,
                }))}
              />
            </div>
          </search>
        )}
        {items.length > 0 && (
          <>
            <h2 className="sr-only">{texts.results}</h2>
            <SourceRows sources={items} words={words} format={format} locale={newsroom.locale} />
          </>
        )}
        {items.length === 0 && !isEmpty && (
          <EmptyState
            icon={<SearchX className="size-5" />}
            title={texts.none}
            action={<LinkButton href="/desk/sources">{texts.clear}</LinkButton>}
          >
            {texts.noneText}
          </EmptyState>
        )}
        {next && (
          <NextPage href={addressOf({ kind, as: held, q: search, cursor: next })} label={words.common.more} />
        )}
      </div>
    </>
  );
}

/** The list's address with what is asked for, leaving out what is not. */
function addressOf(asked: { kind: string | null; as: string | null; q: string; cursor?: string }): string {
  const params = new URLSearchParams(
    Object.entries(asked).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
  return params.size > 0 ? `/desk/sources?${params}` : "/desk/sources";
}
