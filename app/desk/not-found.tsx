import type { Metadata } from "next";
import { ProblemPage } from "#components/shell/problem-page.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { en } from "#lib/i18n/en/words.ts";

const words = en.common.notFound;

export const metadata: Metadata = { title: words.title };

/** Inside the desk's frame, so that the navigation stays. */
export default function DeskNotFoundPage() {
  return (
    <ProblemPage title={words.title} text={words.text}>
      <LinkButton href="/desk" variant="primary">
        {words.home}
      </LinkButton>
    </ProblemPage>
  );
}
