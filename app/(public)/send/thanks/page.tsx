import type { Metadata } from "next";
import { FormPage } from "#components/intake/form-page.tsx";
import { PublicShell } from "#components/shell/public-shell.tsx";
import { loadSite } from "#lib/publishing/loaders.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { newsroom, words } = await loadSite();
  return { title: { absolute: `${words.tips.forms.thanks} · ${newsroom.name}` }, robots: { index: false } };
}

export default async function SendThanksPage() {
  const { words, newsroom } = await loadSite();
  const texts = words.tips.forms;
  return (
    <PublicShell words={words} newsroomName={newsroom.name}>
      <FormPage title={texts.thanks}>
        <p className="font-serif text-lg/relaxed text-pretty">{texts.thanksClaim}</p>
        <p className="font-serif text-lg/relaxed text-pretty">{texts.thanksAnswer}</p>
        <p>
          <a href="/claims" className="inline-flex min-h-11 items-center">
            {texts.backHome}
          </a>
        </p>
      </FormPage>
    </PublicShell>
  );
}
