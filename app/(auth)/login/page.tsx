import type { Metadata } from "next";
import { Logo } from "#components/shell/logo.tsx";
import { buttonStyle } from "#components/ui/button-style.ts";
import { Message } from "#components/ui/message.tsx";
import { fill } from "#lib/i18n/words.ts";
import { loadSignIn, loadWords } from "#lib/members/loaders.ts";
import { DEMO_SIGN_IN } from "#lib/members/schema.ts";
import { CodeForm } from "./_components/code-form.tsx";
import { DemoSignIns } from "./_components/demo-sign-ins.tsx";
import { PasskeySignIn } from "./_components/passkey-sign-in.tsx";
import { SignInForm } from "./_components/sign-in-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadWords()).auth.signIn.title, robots: { index: false } };
}

export default async function SignInPage({ searchParams }: PageProps<"/login">) {
  const { words, newsroomName, from, asksForCode, notice, provider, problem, isMailOn, demoMembers, chosen } =
    await loadSignIn(searchParams);
  const { signIn, secondStep } = words.auth;
  const heading = (
    <header className="mb-6 flex flex-col gap-5">
      <Logo className="size-10" />
      <div>
        <h1 className="font-serif text-3xl font-semibold tracking-tight">
          {asksForCode ? secondStep.title : signIn.title}
        </h1>
        <p className="mt-1 wrap-break-word text-muted">{newsroomName}</p>
      </div>
    </header>
  );
  if (asksForCode) {
    return (
      <>
        {heading}
        <CodeForm words={secondStep} from={from} />
      </>
    );
  }
  return (
    <>
      {heading}
      {notice === "session_ended" && <Message className="mb-5">{signIn.sessionEnded}</Message>}
      {notice === "signed_out" && (
        <Message tone="success" className="mb-5">
          {signIn.signedOut}
        </Message>
      )}
      {notice === "password_changed" && (
        <Message tone="success" className="mb-5">
          {signIn.passwordChanged}
        </Message>
      )}
      {problem && (
        <Message tone="error" className="mb-5">
          {problem}
        </Message>
      )}
      {provider && (
        <div className="mb-6 flex flex-col gap-6">
          {/* No link of Next's: it would be fetched ahead, and the provider is elsewhere. */}
          <a href={provider.href} className={buttonStyle({ variant: "primary", className: "w-full" })}>
            <span className="min-w-0 truncate">{fill(signIn.withProvider, { provider: provider.name })}</span>
          </a>
          <p className="text-muted">{signIn.orPassword}</p>
        </div>
      )}
      <SignInForm
        key={chosen?.email}
        words={signIn}
        from={from}
        email={chosen?.email}
        password={chosen ? DEMO_SIGN_IN.password : undefined}
      />
      <PasskeySignIn words={signIn} from={from} />
      {isMailOn && (
        <a href="/sign-in" className={buttonStyle({ className: "mt-3 w-full" })}>
          {signIn.link}
        </a>
      )}
      {demoMembers.length > 0 && (
        <DemoSignIns words={words} members={demoMembers} chosen={chosen} from={from} />
      )}
      <footer className="mt-8 flex flex-wrap gap-x-6 gap-y-2 text-sm text-muted">
        <p className="basis-full text-pretty">{signIn.help}</p>
        {isMailOn && <a href="/forgot">{signIn.forgot}</a>}
        <a href="/">{signIn.published}</a>
      </footer>
    </>
  );
}
