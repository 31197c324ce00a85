import type { Metadata } from "next";
import { Logo } from "#components/shell/logo.tsx";
import { loadSetUp } from "#lib/members/loaders.ts";
import { SetUpForm } from "./_components/set-up-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadSetUp()).words.auth.setUp.title, robots: { index: false } };
}

export default async function SetUpPage() {
  const { words, locale } = await loadSetUp();
  const { setUp } = words.auth;
  return (
    <>
      <header className="mb-8">
        <Logo className="mb-5 size-10" />
        <h1 className="font-serif text-3xl font-semibold tracking-tight text-balance">{setUp.title}</h1>
        <p className="mt-2 text-pretty text-muted">{setUp.lead}</p>
      </header>
      <SetUpForm words={setUp} locale={locale} />
    </>
  );
}
