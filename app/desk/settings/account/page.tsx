import type { Metadata } from "next";
import { QrCode } from "#components/account/qr-code.tsx";
import { ThemeSwitch } from "#components/shell/theme-switch.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { loadProfile, loadSessions } from "#lib/account/loaders.ts";
import { loadAccount, loadConventions } from "#lib/members/loaders.ts";
import { loadPasskeys } from "#lib/passkeys/loaders.ts";
import { loadProviderAccounts } from "#lib/single-sign-on/loaders.ts";
import { loadTwoFactor } from "#lib/two-factor/loaders.ts";
import { AccountForm } from "./_components/account-form.tsx";
import { AccountSection } from "./_components/account-section.tsx";
import { Bookmarklet } from "./_components/bookmarklet.tsx";
import { Passkeys } from "./_components/passkeys.tsx";
import { PasswordForm } from "./_components/password-form.tsx";
import { ProfileForm } from "./_components/profile-form.tsx";
import { ProviderAccounts } from "./_components/provider-accounts.tsx";
import { SessionList } from "./_components/session-list.tsx";
import { TwoFactor } from "./_components/two-factor.tsx";

export async function generateMetadata(): Promise<Metadata> {
  await loadAccount();
  return { title: (await loadConventions()).words.account.title };
}

/** Every member's own settings. */
export default async function AccountPage({ searchParams }: PageProps<"/desk/settings/account">) {
  const { locale, newsroom } = await loadAccount();
  const { actor, profile } = await loadProfile();
  const { sessions, now } = await loadSessions();
  const twoFactor = await loadTwoFactor();
  const passkeys = await loadPasskeys();
  const providers = await loadProviderAccounts(searchParams);
  const { words } = await loadConventions();
  const { account, connections } = words;
  return (
    <>
      <PageHeader title={account.title} />
      <div className="max-w-2xl space-y-12 px-4 py-7 desk:px-7">
        <AccountSection id="profile" title={account.profile.title}>
          <ProfileForm profile={profile} memberId={actor.id} />
        </AccountSection>
        <AccountSection id="display" title={account.display}>
          <AccountForm locale={locale} newsroomLocale={newsroom.locale} />
          <ThemeSwitch words={words} className="mt-6" />
        </AccountSection>
        <AccountSection id="password" title={account.password.title}>
          <PasswordForm email={profile.email} />
        </AccountSection>
        <AccountSection id="two-factor" title={account.twoFactor.title}>
          <TwoFactor
            twoFactor={twoFactor}
            drawing={
              twoFactor.state === "begun" && (
                <QrCode text={twoFactor.address} label={account.twoFactor.drawing} />
              )
            }
          />
        </AccountSection>
        {(providers.accounts.length > 0 || providers.linkable) && (
          <AccountSection id="provider" title={account.provider.title}>
            <ProviderAccounts {...providers} />
          </AccountSection>
        )}
        <AccountSection id="passkeys" title={account.passkeys.title}>
          <Passkeys passkeys={passkeys} />
        </AccountSection>
        <AccountSection id="sessions" title={account.sessions.title}>
          <SessionList sessions={sessions} now={now} />
        </AccountSection>
        <AccountSection id="bookmarklet" title={connections.bookmarklet.title}>
          <Bookmarklet />
        </AccountSection>
      </div>
    </>
  );
}
