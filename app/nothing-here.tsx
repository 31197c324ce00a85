import type { Metadata } from "next";
import type { ComponentType } from "react";
import type { ProblemProps } from "#components/shell/problem-page.tsx";
import { buttonStyle } from "#components/ui/button-style.ts";
import { wordsFor } from "#lib/i18n/dictionaries.ts";
import { loadReaderConventions } from "#lib/publishing/loaders.ts";

const loadNotFound = async () => wordsFor((await loadReaderConventions()).locale).common.notFound;

export async function nothingHereMetadata(): Promise<Metadata> {
  return { title: (await loadNotFound()).title };
}

/**
 * What stands where nothing is, outside the desk. It must be able to answer for anything, without a session or a database.
 * A plain link, so that it works without script.
 */
export async function NothingHere({ in: Frame }: { in: ComponentType<ProblemProps> }) {
  const words = await loadNotFound();
  return (
    <Frame title={words.title} text={words.text}>
      <a href="/" className={buttonStyle({ variant: "primary" })}>
        {words.home}
      </a>
    </Frame>
  );
}
