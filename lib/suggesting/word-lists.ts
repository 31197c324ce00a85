import { GERMAN } from "./languages/de.ts";
import { ENGLISH } from "./languages/en.ts";
import { SPANISH } from "./languages/es.ts";
import { FRENCH } from "./languages/fr.ts";

/** What words can say of a sentence, for a claim or against it. Signs (digits, currencies, quotes) need no list. */
export const WORD_KINDS = [
  "numbers",
  "shares",
  "money",
  "dates",
  "comparisons",
  "changes",
  "causes",
  "absolutes",
  "reports",
  "deeds",
  "opinions",
  "future",
  "duties",
  "addresses",
] as const;
export type WordKind = (typeof WORD_KINDS)[number];

/**
 * The words of one language by what they say, separated by `|`, in small letters; `*` stands for any ending, a space
 * for any white space, `'` for either apostrophe.
 */
export type WordList = Record<WordKind, string>;

const LISTS: ReadonlyMap<string, WordList> = new Map([
  ["de", GERMAN],
  ["en", ENGLISH],
  ["es", SPANISH],
  ["fr", FRENCH],
]);

export type Patterns = Record<WordKind, RegExp>;

const compiled = new Map<string, Patterns>();

/** Expressions that find the words of a BCP 47 language; null where there is no list for it. */
export function patternsOf(language: string): Patterns | null {
  const base = (language.split("-")[0] ?? "").toLowerCase();
  const list = LISTS.get(base);
  if (list === undefined) return null;
  const known = compiled.get(base);
  if (known !== undefined) return known;
  const entries = WORD_KINDS.map((kind) => [kind, expression(list[kind])] as const);
  const made = Object.fromEntries(entries) as Patterns;
  compiled.set(base, made);
  return made;
}

/** Whether the words of a BCP 47 language count, or only what any language has. */
export function hasWordList(language: string): boolean {
  return patternsOf(language) !== null;
}

function expression(words: string): RegExp {
  const choices = words
    .split("|")
    .map((phrase) => phrase.trim())
    .filter(Boolean)
    .map((phrase) => phrase.replace(/\s+/g, "\\s+").replaceAll("*", "\\p{L}*").replaceAll("'", "['’]"));
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{Nd}])(?:${choices.join("|")})(?![\\p{L}\\p{M}])`, "giu");
}
