import type { Metadata } from "next";
import Link from "next/link";
import { CorrectedClaim } from "#components/public-site/corrected-claim.tsx";
import { PublicShell } from "#components/shell/public-shell.tsx";
import { Chip } from "#components/ui/badge.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { loadAddresses, loadCorrections, loadSite } from "#lib/publishing/loaders.ts";
import { feedLinks } from "../feed-links.ts";
import { shareTags } from "../share-tags.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { newsroom, words, siteUrl } = await loadSite();
  const addresses = await loadAddresses("/corrections");
  return {
    title: { absolute: `${words.publicSite.corrections.title} · ${newsroom.name}` },
    ...shareTags({
      title: words.publicSite.corrections.title,
      description: words.publicSite.corrections.lead,
      url: addresses.canonical,
      newsroom,
    }),
    alternates: { ...addresses, types: feedLinks(siteUrl, "/corrections/") },
  };
}

export default async function CorrectionsPage({ searchParams }: PageProps<"/corrections">) {
  const { items, next, words, format, newsroom, deskLang } = await loadCorrections(searchParams);
  const texts = words.publicSite.corrections;
  return (
    <PublicShell words={words} newsroomName={newsroom.name} current="corrections">
      <div className="mx-auto max-w-[68ch]">
        <h1 className="mt-8 font-serif text-4xl/tight font-semibold tracking-tight">{texts.title}</h1>
        <p className="mt-4 mb-8 font-serif text-lg/relaxed text-muted">{texts.lead}</p>
        {items.length === 0 && <EmptyState title={texts.empty}>{texts.emptyText}</EmptyState>}
        <ol className="divide-y divide-line">
          {items.map((item) => (
            <li key={item.id} className="py-5">
              <p className="flex flex-wrap items-baseline gap-2 text-sm text-muted">
                <Chip>{words.common.correctionTypes[item.type]}</Chip>
                <time dateTime={item.at.toISOString()}>{format.date(item.at)}</time>
              </p>
              <h2
                className="mt-2 font-serif text-lg/snug font-semibold wrap-anywhere"
                lang={item.statedIn}
                dir="auto"
              >
                <CorrectedClaim item={item} words={words} />
              </h2>
              <p className="mt-1 wrap-anywhere" lang={deskLang} dir="auto">
                {item.reason}
              </p>
            </li>
          ))}
        </ol>
        {next && (
          <p className="mt-6">
            <Link
              href={`/corrections?cursor=${encodeURIComponent(next)}`}
              rel="next"
              className="font-medium underline"
            >
              {texts.older}
            </Link>
          </p>
        )}
      </div>
    </PublicShell>
  );
}
