import type { Metadata } from "next";
import { PageHeader } from "#components/ui/page-header.tsx";
import { loadConventions, loadSettings } from "#lib/members/loaders.ts";
import { timeZones } from "#lib/members/schema.ts";
import { NewsroomForm } from "./_components/newsroom-form.tsx";
import { SettingsTabs } from "./_components/settings-tabs.tsx";

export async function generateMetadata(): Promise<Metadata> {
  await loadSettings();
  return { title: (await loadConventions()).words.members.newsroom.title };
}

export default async function SettingsPage() {
  const { actor, newsroom } = await loadSettings();
  const { words } = await loadConventions();
  return (
    <>
      <PageHeader title={words.members.newsroom.title} />
      <SettingsTabs current="newsroom" words={words} />
      <div className="max-w-2xl px-4 py-7 desk:px-7">
        <NewsroomForm actorId={actor.id} newsroom={newsroom} timeZones={timeZones(newsroom.timeZone)} />
      </div>
    </>
  );
}
