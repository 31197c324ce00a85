import type { Metadata } from "next";
import { PublicRecordView } from "#components/public-site/public-record.tsx";
import { PublicShell } from "#components/shell/public-shell.tsx";
import { loadPublicRecord } from "#lib/audit/loaders.ts";

type Props = PageProps<"/claims/[slug]/record">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { newsroom, words } = await loadPublicRecord((await params).slug);
  return {
    title: { absolute: `${words.publicSite.proof.title} · ${newsroom.name}` },
    robots: { index: false },
  };
}

export default async function RecordPage({ params }: Props) {
  const { record, words, format, newsroom } = await loadPublicRecord((await params).slug);
  return (
    <PublicShell words={words} newsroomName={newsroom.name} current="claims">
      <PublicRecordView record={record} words={words} format={format} locale={newsroom.locale} />
    </PublicShell>
  );
}
