import type { Metadata } from "next";
import { ClaimRecord } from "#components/public-site/claim-record.tsx";
import { WithdrawnNotice } from "#components/public-site/withdrawn-notice.tsx";
import { PublicShell } from "#components/shell/public-shell.tsx";
import { loadPublished } from "#lib/publishing/loaders.ts";
import { ANNOTATION_TYPE } from "#lib/publishing/values.ts";

export async function generateMetadata({ params }: PageProps<"/claims/[slug]">): Promise<Metadata> {
  const { record, newsroom, words, siteUrl } = await loadPublished((await params).slug);
  const title = record.claim?.statement ?? words.publicSite.claim.withdrawn;
  return {
    title: { absolute: `${title} · ${newsroom.name}` },
    description: record.claim && `${record.claim.rating.label}: ${record.claim.conclusion}`,
    alternates: {
      canonical: new URL(`/claims/${record.slug}`, siteUrl),
      ...(record.claim && {
        types: { [ANNOTATION_TYPE]: new URL(`/claims/${record.slug}/annotation.jsonld`, siteUrl).href },
      }),
    },
  };
}

export default async function ClaimPage({ params }: PageProps<"/claims/[slug]">) {
  const { record, review, words, format, newsroom } = await loadPublished((await params).slug);
  return (
    <PublicShell words={words} newsroomName={newsroom.name} current="claims">
      {record.withdrawn ? (
        <WithdrawnNotice withdrawn={record.withdrawn} words={words} format={format} />
      ) : (
        <ClaimRecord record={record} review={review} words={words} format={format} locale={newsroom.locale} />
      )}
    </PublicShell>
  );
}
