import type { Metadata } from "next";
import { ProblemPage } from "#components/shell/problem-page.tsx";
import { buttonStyle } from "#components/ui/button-style.ts";
import { en } from "#lib/i18n/en/words.ts";

const words = en.common.notFound;

export const metadata: Metadata = { title: words.title };

/** No session, no database: it must be able to answer for anything. A plain link, so that it works without script. */
export default function NotFound() {
  return (
    <main id="main">
      <ProblemPage title={words.title} text={words.text}>
        <a href="/" className={buttonStyle({ variant: "primary" })}>
          {words.home}
        </a>
      </ProblemPage>
    </main>
  );
}
