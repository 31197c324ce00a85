import { en } from "./en/words.ts";
import type { Words } from "./words.ts";

const DICTIONARIES = { en } as const satisfies Record<string, Words>;

/** The dictionary for a BCP 47 tag, English when there is none. For servers: it holds every language. */
export function wordsFor(locale: string): Words {
  const language = locale.split("-")[0] ?? "";
  return Object.hasOwn(DICTIONARIES, language) ? DICTIONARIES[language as keyof typeof DICTIONARIES] : en;
}
