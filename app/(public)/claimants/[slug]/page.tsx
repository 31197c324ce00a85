import type { Metadata } from "next";
import { GroupView } from "#components/public-site/group-view.tsx";
import { PublicShell } from "#components/shell/public-shell.tsx";
import { loadGroup, loadGroupPage } from "#lib/publishing/loaders.ts";
import { groupMetadata } from "../../group-metadata.ts";

export async function generateMetadata({ params }: PageProps<"/claimants/[slug]">): Promise<Metadata> {
  return groupMetadata(await loadGroup({ kind: "claimant", slug: (await params).slug }));
}

export default async function ClaimantPage({ params, searchParams }: PageProps<"/claimants/[slug]">) {
  const page = await loadGroupPage({ kind: "claimant", slug: (await params).slug }, searchParams);
  return (
    <PublicShell words={page.words} newsroomName={page.newsroom.name} current="claims">
      <GroupView page={page} />
    </PublicShell>
  );
}
