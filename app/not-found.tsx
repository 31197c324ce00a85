import type { Metadata } from "next";
import { ProblemPage } from "#components/shell/problem-page.tsx";
import { ThemeStyle } from "#components/shell/theme-switch.tsx";
import { buttonStyle } from "#components/ui/button-style.ts";
import { wordsFor } from "#lib/i18n/dictionaries.ts";
import { loadReaderConventions } from "#lib/publishing/loaders.ts";

const loadNotFound = async () => wordsFor((await loadReaderConventions()).locale).common.notFound;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadNotFound()).title };
}

/** It must be able to answer for anything, without a session or a database. A plain link, so that it works without script. */
export default async function NotFound() {
  const words = await loadNotFound();
  return (
    <main id="main">
      <ThemeStyle />
      <ProblemPage title={words.title} text={words.text}>
        <a href="/" className={buttonStyle({ variant: "primary" })}>
          {words.home}
        </a>
      </ProblemPage>
    </main>
  );
}
