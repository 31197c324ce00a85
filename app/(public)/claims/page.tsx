import type { Metadata } from "next";
import Link from "next/link";
import { ClaimList } from "#components/public-site/claim-list.tsx";
import { address, SearchForm, VerdictFilter } from "#components/public-site/list-filter.tsx";
import { PublicShell } from "#components/shell/public-shell.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { fill, plural } from "#lib/i18n/words.ts";
import { loadPublishedList, loadSite } from "#lib/publishing/loaders.ts";
import { feedLinks } from "../feed-links.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { newsroom, words, siteUrl } = await loadSite();
  return {
    title: { absolute: `${words.publicSite.list.title} · ${newsroom.name}` },
    alternates: { canonical: new URL("/claims", siteUrl), types: feedLinks(siteUrl) },
  };
}

export default async function ClaimsPage({ searchParams }: PageProps<"/claims">) {
  const list = await loadPublishedList(searchParams);
  const { items, next, tones, total, search, tone, words, format, newsroom, isFirstPage } = list;
  const texts = words.publicSite.list;
  const count = plural(newsroom.locale, texts.results, total);
  return (
    <PublicShell words={words} newsroomName={newsroom.name} current="claims">
      <h1 className="mt-8 mb-6 font-serif text-4xl/tight font-semibold tracking-tight">{texts.title}</h1>
      <div className="max-w-xl">
        <SearchForm words={words} search={search} tone={tone} />
      </div>
      <VerdictFilter words={words} options={tones} tone={tone} search={search} />
      <p className="mt-6 mb-3 text-sm text-muted" role="status">
        {search ? fill(texts.resultsFor, { count, search }) : count}
      </p>
      {items.length === 0 ? (
        <EmptyState
          title={texts.none}
          action={
            <Link href="/claims" className="font-medium underline">
              {texts.clear}
            </Link>
          }
        >
          {texts.noneText}
        </EmptyState>
      ) : (
        <ClaimList items={items} headingLevel={2} words={words} format={format} />
      )}
      <p className="mt-6 flex gap-6 font-medium">
        {!isFirstPage && (
          <Link href={address(search, tone)} className="underline">
            {texts.first}
          </Link>
        )}
        {next && (
          <Link href={address(search, tone, next)} rel="next" className="underline">
            {texts.older}
          </Link>
        )}
      </p>
    </PublicShell>
  );
}
