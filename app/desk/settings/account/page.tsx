import type { Metadata } from "next";
import { PageHeader } from "#components/ui/page-header.tsx";
import { loadAccount, loadConventions } from "#lib/members/loaders.ts";
import { AccountForm } from "./_components/account-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  await loadAccount();
  return { title: (await loadConventions()).words.members.account.title };
}

/** Every member's own settings. */
export default async function AccountPage() {
  const { locale, newsroom } = await loadAccount();
  const { words } = await loadConventions();
  return (
    <>
      <PageHeader title={words.members.account.title} />
      <div className="max-w-2xl px-4 py-7 desk:px-7">
        <AccountForm locale={locale} newsroomLocale={newsroom.locale} />
      </div>
    </>
  );
}
