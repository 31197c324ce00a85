import type { Metadata } from "next";
import { FormPage } from "#components/intake/form-page.tsx";
import { PublicShell } from "#components/shell/public-shell.tsx";
import { loadPublished, loadSite } from "#lib/publishing/loaders.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { newsroom, words } = await loadSite();
  return { title: { absolute: `${words.tips.forms.thanks} · ${newsroom.name}` }, robots: { index: false } };
}

export default async function ReportThanksPage({ params }: PageProps<"/claims/[slug]/report/thanks">) {
  const { record, words, newsroom } = await loadPublished((await params).slug);
  const texts = words.tips.forms;
  return (
    <PublicShell words={words} newsroomName={newsroom.name} current="claims">
      <FormPage title={texts.thanks}>
        <p className="font-serif text-lg/relaxed text-pretty">{texts.thanksError}</p>
        <p className="font-serif text-lg/relaxed text-pretty">{texts.thanksAnswer}</p>
        <p className="flex flex-wrap gap-x-6 gap-y-2">
          <a href={`/claims/${record.slug}`} className="inline-flex min-h-11 items-center">
            {texts.back}
          </a>
          <a href="/corrections" className="inline-flex min-h-11 items-center">
            {texts.corrections}
          </a>
        </p>
      </FormPage>
    </PublicShell>
  );
}
