import type { Metadata } from "next";
import { PageHeader } from "#components/ui/page-header.tsx";
import { plural } from "#lib/i18n/words.ts";
import { loadConventions, loadSettings } from "#lib/members/loaders.ts";
import { SettingsTabs } from "../_components/settings-tabs.tsx";
import { FindPersonForm } from "./_components/find-person-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  await loadSettings();
  return { title: (await loadConventions()).words.people.title };
}

/** To find what somebody outside sent. */
export default async function PeoplePage() {
  const { newsroom: settings } = await loadSettings();
  const { words, newsroom } = await loadConventions();
  const texts = words.people;
  return (
    <>
      <PageHeader title={texts.title} />
      <SettingsTabs current="people" words={words} />
      <div className="max-w-2xl space-y-6 px-4 py-7 desk:px-7">
        <p className="text-pretty text-muted">{texts.intro}</p>
        <section aria-labelledby="find" className="rounded-lg border border-line p-4 sm:p-5">
          <h2 id="find" className="mb-4 font-semibold">
            {texts.find}
          </h2>
          <FindPersonForm />
        </section>
        <p className="text-sm text-pretty text-muted">
          {plural(newsroom.locale, texts.forgotten, settings.contactDays)}
        </p>
      </div>
    </>
  );
}
