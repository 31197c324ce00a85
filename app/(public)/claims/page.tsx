import type { Metadata } from "next";
import Link from "next/link";
import { ClaimList } from "#components/public-site/claim-list.tsx";
import { ActiveFilters, ListSearch, VerdictFilter } from "#components/public-site/list-filter.tsx";
import { DidYouMean, HowMany, ListFiles, ListPages } from "#components/public-site/list-parts.tsx";
import { PublicShell } from "#components/shell/public-shell.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { loadAddresses, loadListTitle, loadPublishedList } from "#lib/publishing/loaders.ts";
import { feedLinks } from "../feed-links.ts";
import { shareTags } from "../share-tags.ts";

export async function generateMetadata({ searchParams }: PageProps<"/claims">): Promise<Metadata> {
  const { newsroom, words, siteUrl, search, isWhole } = await loadListTitle(searchParams);
  const { title } = words.publicSite.list;
  const addresses = await loadAddresses("/claims");
  return {
    title: { absolute: `${search === "" ? title : `${search} · ${title}`} · ${newsroom.name}` },
    ...shareTags({ title, url: addresses.canonical, newsroom }),
    alternates: { ...addresses, types: feedLinks(siteUrl) },
    ...(!isWhole && { robots: { index: false, follow: true } }),
  };
}

export default async function ClaimsPage({ searchParams }: PageProps<"/claims">) {
  const list = await loadPublishedList(searchParams);
  const { items, filter, choices, suggestion, words, format, newsroom, deskLang } = list;
  const texts = words.publicSite.list;
  const isEmpty = items.length === 0 && !list.isNarrowed;
  return (
    <PublicShell words={words} newsroomName={newsroom.name} current="claims">
      <h1 className="mt-8 mb-6 font-serif text-4xl/tight font-semibold tracking-tight">{texts.title}</h1>
      <ListSearch words={words} filter={filter} choices={choices} />
      <VerdictFilter words={words} filter={filter} choices={choices} />
      <ActiveFilters words={words} filter={filter} choices={choices} format={format} />
      <HowMany {...list} locale={newsroom.locale} />
      {suggestion && <DidYouMean words={words} suggestion={suggestion} />}
      {items.length > 0 ? (
        <ClaimList items={items} headingLevel={2} words={words} format={format} deskLang={deskLang} />
      ) : isEmpty ? (
        <EmptyState title={words.publicSite.home.empty}>{words.publicSite.home.emptyText}</EmptyState>
      ) : (
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
      )}
      <ListPages {...list} />
      {items.length > 0 && <ListFiles {...list} />}
    </PublicShell>
  );
}
