import type { Metadata } from "next";
import { GroupView } from "#components/public-site/group-view.tsx";
import { PublicShell } from "#components/shell/public-shell.tsx";
import { loadGroup, loadGroupPage } from "#lib/publishing/loaders.ts";
import { groupMetadata } from "../../group-metadata.ts";

export async function generateMetadata({ params }: PageProps<"/topics/[slug]">): Promise<Metadata> {
  return groupMetadata(await loadGroup({ kind: "topic", slug: (await params).slug }));
}

export default async function TopicPage({ params, searchParams }: PageProps<"/topics/[slug]">) {
  const page = await loadGroupPage({ kind: "topic", slug: (await params).slug }, searchParams);
  return (
    <PublicShell words={page.words} newsroomName={page.newsroom.name} current="claims">
      <GroupView page={page} />
    </PublicShell>
  );
}
