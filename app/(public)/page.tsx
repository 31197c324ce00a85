import type { Metadata } from "next";
import Link from "next/link";
import { ClaimList } from "#components/public-site/claim-list.tsx";
import { CorrectionsInBrief, TopicLinks } from "#components/public-site/home-parts.tsx";
import { leadOf } from "#components/public-site/how-many-check.ts";
import { SearchForm } from "#components/public-site/list-filter.tsx";
import { PublicShell } from "#components/shell/public-shell.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { loadAddresses, loadHome, loadSite } from "#lib/publishing/loaders.ts";
import { feedLinks } from "./feed-links.ts";
import { shareTags } from "./share-tags.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { newsroom, words, siteUrl } = await loadSite();
  const addresses = await loadAddresses("/");
  const description = leadOf(words.publicSite, newsroom.opinionsRequired);
  return {
    title: { absolute: `${words.publicSite.home.title} · ${newsroom.name}` },
    description,
    ...shareTags({
      title: words.publicSite.home.title,
      description,
      url: addresses.canonical,
      newsroom,
    }),
    alternates: { ...addresses, types: feedLinks(siteUrl) },
  };
}

export default async function HomePage() {
  const { list, topics, corrections, words, format, newsroom, deskLang } = await loadHome();
  const { home } = words.publicSite;
  return (
    <PublicShell words={words} newsroomName={newsroom.name}>
      <h1 className="mt-8 font-serif text-4xl/tight font-semibold tracking-tight text-balance">
        {home.title}
      </h1>
      <p className="mt-4 max-w-[62ch] font-serif text-lg/relaxed text-muted text-pretty">
        {leadOf(words.publicSite, newsroom.opinionsRequired)}
      </p>
      <div className="mt-8 max-w-xl">
        <SearchForm words={words} />
      </div>
      <TopicLinks topics={topics} words={words} format={format} deskLang={deskLang} />
      <h2 className="mt-12 mb-4 text-sm font-semibold text-muted">{home.latest}</h2>
      {list.items.length === 0 ? (
        <EmptyState title={home.empty}>{home.emptyText}</EmptyState>
      ) : (
        <ClaimList items={list.items} headingLevel={3} words={words} format={format} deskLang={deskLang} />
      )}
      {list.next && (
        <p className="mt-6">
          <Link href="/claims" className="font-medium underline">
            {home.all}
          </Link>
        </p>
      )}
      <CorrectionsInBrief corrections={corrections} words={words} format={format} deskLang={deskLang} />
    </PublicShell>
  );
}
