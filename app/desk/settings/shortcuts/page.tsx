import type { Metadata } from "next";
import { ShortcutSettings } from "#components/shortcuts/shortcut-settings.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { loadConventions } from "#lib/members/loaders.ts";
import { loadShortcuts } from "#lib/shortcuts/loaders.ts";

export async function generateMetadata(): Promise<Metadata> {
  await loadShortcuts();
  return { title: (await loadConventions()).words.shortcuts.title };
}

/** Every member's own: the frame around this page has brought their settings. */
export default async function ShortcutsPage() {
  await loadShortcuts();
  const { words } = await loadConventions();
  return (
    <>
      <PageHeader title={words.shortcuts.title} />
      <div className="max-w-2xl px-4 py-7 desk:px-7">
        <ShortcutSettings />
      </div>
    </>
  );
}
