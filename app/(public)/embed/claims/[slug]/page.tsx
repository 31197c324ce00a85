import type { Metadata } from "next";
import { ClaimCard } from "#components/public-site/embedding/claim-card.tsx";
import { loadCard } from "#lib/publishing/loaders.ts";

export async function generateMetadata({ params }: PageProps<"/embed/claims/[slug]">): Promise<Metadata> {
  const { record, newsroom, words, siteUrl } = await loadCard((await params).slug, Promise.resolve({}));
  return {
    title: { absolute: `${record.claim?.statement ?? words.embed.withdrawn} · ${newsroom.name}` },
    // As text: of a `URL` Next's metadata takes the host alone, and the path of the page.
    alternates: { canonical: new URL(`/claims/${record.slug}`, siteUrl).href },
    robots: { index: false },
  };
}

/** A claim as a card, for the pages of others: in a frame, complete without script. */
export default async function EmbeddedClaimPage({ params, searchParams }: PageProps<"/embed/claims/[slug]">) {
  const card = await loadCard((await params).slug, searchParams);
  return (
    <>
      <ClaimCard {...card} />
      {/* Tells the page around it how high the card is. */}
      <script src="/embed/frame.js" async />
    </>
  );
}
