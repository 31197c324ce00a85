import type { Metadata } from "next";
import { ProblemPage } from "#components/shell/problem-page.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { loadConventions } from "#lib/members/loaders.ts";

const loadNotFound = async () => (await loadConventions()).words.common.notFound;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadNotFound()).title };
}

/** Inside the desk's frame, so that the navigation stays. */
export default async function DeskNotFoundPage() {
  const words = await loadNotFound();
  return (
    <ProblemPage title={words.title} text={words.text}>
      <LinkButton href="/desk" variant="primary">
        {words.home}
      </LinkButton>
    </ProblemPage>
  );
}
