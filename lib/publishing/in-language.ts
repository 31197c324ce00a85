import type { Language } from "#lib/i18n/languages.ts";
import { getTermTranslations, type KnownWords, listListedWords } from "#lib/translations/queries.ts";

// What lists and badges say on a page in another language than the newsroom's: what is translated, and of the rest the
// original, marked with the language it is in.

/** What a page is read in. */
export type Reading = {
  /** The language readers ask for; null in the newsroom's own. */
  asked: Language | null;
  /** The newsroom's, which whatever is not translated is in. */
  own: Language;
};

/** The language of words that are not in the page's; undefined for those that are. */
export type Marked = { lang?: Language | undefined };

/** A rating or a kind of problem, as the page says it. */
export type TermIn = <T extends KnownWords>(term: T) => T & Marked;

/** How ratings and kinds of problem are said on the page. */
export async function termsIn({ asked, own }: Reading): Promise<TermIn> {
  if (asked === null) return (term) => term;
  const translated = await getTermTranslations(asked);
  return (term) => {
    const words = translated(term);
    if (words === null) return { ...term, lang: own };
    const { label, definition } = words;
    return { ...term, label, ...("definition" in term && { definition }) };
  };
}

type Line = {
  slug: string;
  statement: string | null;
  /** Of the article, and so of the statement. BCP 47. */
  language: string;
  conclusion?: string;
  ratingLabel?: string;
};
/** The languages of a line's statement, of what the desk wrote and of its rating, where they are not the page's. */
export type MarkedLine = {
  statedIn?: string | undefined;
  lang?: Language | undefined;
  ratingLang?: Language | undefined;
};

/** A tag that differs in its region alone is the same voice. */
const primary = (language: string) => language.split("-")[0]?.toLowerCase();

/** The language of words, where it is not the page's. */
export function langBeside(language: string, { asked, own }: Reading): string | undefined {
  return primary(language) === (asked ?? own) ? undefined : language;
}

/** Lines of a list as the page says them. `keepsWords`: what was searched for has to stand there as it was found. */
export async function linesIn<Item extends Line>(
  lines: readonly Item[],
  reading: Reading,
  { keepsWords = false } = {},
): Promise<(Item & MarkedLine)[]> {
  const { asked, own } = reading;
  const statedIn = ({ statement, language }: Line) =>
    statement === null ? undefined : langBeside(language, reading);
  if (asked === null || lines.length === 0) {
    return lines.map((line) => ({ ...line, statedIn: statedIn(line) }));
  }
  const found = await listListedWords([...new Set(lines.map(({ slug }) => slug))], asked);
  const bySlug = new Map(found.map((words) => [words.slug, words]));
  return lines.map((line) => {
    const words = bySlug.get(line.slug);
    const rating = words?.ratingLabel ?? null;
    const said = !keepsWords && line.statement !== null && words?.statement ? words : null;
    return {
      ...line,
      ...(said && { statement: said.statement }),
      ...(said && line.conclusion !== undefined && { conclusion: said.conclusion }),
      ...(rating !== null && line.ratingLabel !== undefined && { ratingLabel: rating }),
      statedIn: said ? undefined : statedIn(line),
      lang: said || line.statement === null ? undefined : own,
      ratingLang: rating === null ? own : undefined,
    };
  });
}
