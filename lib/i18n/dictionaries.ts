import { ar } from "./ar/words.ts";
import { de } from "./de/words.ts";
import { en } from "./en/words.ts";
import { fr } from "./fr/words.ts";
import type { Translation, Words } from "./words.ts";

const DICTIONARIES = { en, fr, de, ar } as const satisfies Record<string, Translation<Words>>;

/** The languages there is a dictionary for, as BCP 47 tags. */
export const LANGUAGES = Object.keys(DICTIONARIES);

/** The dictionary for a BCP 47 tag, English when there is none. For servers: it holds every language. */
export function wordsFor(locale: string): Words {
  const language = locale.split("-")[0] ?? "";
  const words: Translation<Words> = Object.hasOwn(DICTIONARIES, language)
    ? DICTIONARIES[language as keyof typeof DICTIONARIES]
    : en;
  // Types see to the keys, a test to the placeholders: whoever fills a sentence need not ask what language it is.
  return words as Words;
}
