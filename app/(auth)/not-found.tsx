import type { Metadata } from "next";
import { ProblemPage } from "#components/shell/problem-page.tsx";
import { buttonStyle } from "#components/ui/button-style.ts";
import { wordsFor } from "#lib/i18n/dictionaries.ts";
import { loadReaderConventions } from "#lib/publishing/loaders.ts";

const loadNotFound = async () => wordsFor((await loadReaderConventions()).locale).common.notFound;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadNotFound()).title };
}

/** Inside the frame of the pages before signing in, which is the page's main part already. */
export default async function NotFoundBeforeSigningIn() {
  const words = await loadNotFound();
  return (
    <ProblemPage title={words.title} text={words.text}>
      <a href="/" className={buttonStyle({ variant: "primary" })}>
        {words.home}
      </a>
    </ProblemPage>
  );
}
