import "server-only";
import { headers } from "next/headers";
import { LANGUAGE_HEADER, PATH_HEADER } from "./asked-headers.ts";
import { LANGUAGES, type Language } from "./i18n/languages.ts";

// All that a reader's page may know of its request: proxy.ts has made it of the address alone. Who asks is not in it.

/** Where the page stands, as a path with its query, and the language readers ask for; null leaves it to the newsroom. */
export async function askedPage(): Promise<{ path: string; language: Language | null }> {
  const asked = await headers();
  const language = asked.get(LANGUAGE_HEADER);
  return {
    path: asked.get(PATH_HEADER) ?? "/",
    language: LANGUAGES.find((known) => known === language) ?? null,
  };
}
