import { ar } from "./ar/words.ts";
import { de } from "./de/words.ts";
import { en } from "./en/words.ts";
import { es } from "./es/words.ts";
import { fr } from "./fr/words.ts";
import { type Language, languageOf } from "./languages.ts";
import type { Translation, Words } from "./words.ts";

const DICTIONARIES: Record<Language, Translation<Words>> = { en, fr, es, de, ar };

/** The dictionary for a BCP 47 tag, English when there is none. For servers: it holds every language. */
export function wordsFor(locale: string): Words {
  // Types see to the keys, a test to the placeholders: whoever fills a sentence need not ask what language it is.
  return DICTIONARIES[languageOf(locale)] as Words;
}
