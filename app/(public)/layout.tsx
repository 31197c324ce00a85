import type { ReactNode } from "react";
import { LanguageLinks } from "#components/shell/language-links.tsx";
import { wordsFor } from "#lib/i18n/dictionaries.ts";
import { loadReaderLanguages } from "#lib/publishing/loaders.ts";

/** Under every public page, the languages it can be read in. */
export default async function PublicLayout({ children }: { children: ReactNode }) {
  const { here, choices } = await loadReaderLanguages();
  return (
    <>
      {children}
      {choices.length > 1 && (
        <LanguageLinks label={wordsFor(here).common.publicNav.languages} here={here} choices={choices} />
      )}
    </>
  );
}
