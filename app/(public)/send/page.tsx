import type { Metadata } from "next";
import { ClaimSendingForm } from "#components/intake/claim-sending-form.tsx";
import { FormPage } from "#components/intake/form-page.tsx";
import { LocaleProvider } from "#components/locale/locale-provider.tsx";
import { PublicShell } from "#components/shell/public-shell.tsx";
import { loadClaimForm } from "#lib/intake/loaders.ts";
import { loadAddresses, loadSite } from "#lib/publishing/loaders.ts";
import { shareTags } from "../share-tags.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { newsroom, words } = await loadSite();
  const addresses = await loadAddresses("/send");
  return {
    title: { absolute: `${words.tips.forms.claimTitle} · ${newsroom.name}` },
    ...shareTags({ title: words.tips.forms.claimTitle, url: addresses.canonical, newsroom }),
    alternates: { ...addresses },
  };
}

export default async function SendPage({ searchParams }: PageProps<"/send">) {
  const { stamp, problem, words, newsroom } = await loadClaimForm(searchParams);
  return (
    <PublicShell words={words} newsroomName={newsroom.name}>
      <FormPage title={words.tips.forms.claimTitle} lead={<p>{words.tips.forms.claimLead}</p>}>
        <LocaleProvider locale={newsroom.locale} timeZone={newsroom.timeZone}>
          <ClaimSendingForm
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
