import type { Metadata } from "next";
import { ErrorForm } from "#components/intake/error-form.tsx";
import { FormPage } from "#components/intake/form-page.tsx";
import { LocaleProvider } from "#components/locale/locale-provider.tsx";
import { PublicShell } from "#components/shell/public-shell.tsx";
import { loadErrorForm } from "#lib/intake/loaders.ts";
import { loadSite } from "#lib/publishing/loaders.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { newsroom, words } = await loadSite();
  return {
    title: { absolute: `${words.tips.forms.errorTitle} · ${newsroom.name}` },
    robots: { index: false },
  };
}

export default async function ReportPage({ params, searchParams }: PageProps<"/claims/[slug]/report">) {
  const form = await loadErrorForm((await params).slug, searchParams);
  const { slug, claim, stamp, problem, words, newsroom } = form;
  return (
    <PublicShell words={words} newsroomName={newsroom.name} current="claims">
      <FormPage
        title={words.tips.forms.errorTitle}
        lead={
          <>
            <p>{words.tips.forms.errorLead}</p>
            <p className="font-serif text-lg/snug text-ink wrap-anywhere" dir="auto">
              <a href={`/claims/${slug}`} className="no-underline hover:underline">
                {claim.statement}
              </a>
            </p>
          </>
        }
      >
        <LocaleProvider locale={newsroom.locale} timeZone={newsroom.timeZone}>
          <ErrorForm
            slug={slug}
            stamp={stamp}
            problem={problem}
            contactDays={newsroom.contactDays}
            words={words}
            locale={newsroom.locale}
          />
        </LocaleProvider>
      </FormPage>
    </PublicShell>
  );
}
