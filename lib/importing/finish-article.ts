import { replaceNonCharacters } from "./characters.ts";
import type { ImportNote } from "./imported-text.ts";
import { type Direction, directionOf, settleLanguage } from "./language.ts";
import type { ImportedPart, ReadDocument } from "./read-document.ts";

/** `publishedOn`: YYYY-MM-DD, as the publisher prints it. `language`: BCP 47, "und" when it cannot be told. */
export type ArticleMetadata = {
  title: string | null;
  byline: string | null;
  publisher: string | null;
  publishedOn: string | null;
  language: string;
  direction: Direction;
  canonicalUrl: string | null;
};

/** An import before anybody has looked at it. The article is what its kept parts make. */
export type ImportedArticle = { parts: ImportedPart[]; metadata: ArticleMetadata; notes: ImportNote[] };

/** Settles what can only be told from the whole text, and what no text may hold. */
export function finishArticle({
  parts,
  language: declared,
  notes,
  ...document
}: ReadDocument): ImportedArticle {
  let replaced = 0;
  const clean = (words: string): string => {
    const cleaned = replaceNonCharacters(words);
    replaced += cleaned.replaced;
    return cleaned.text;
  };
  const filled = parts.filter(({ text }) => text !== "").map((part) => ({ ...part, text: clean(part.text) }));
  const text = filled.flatMap((part) => (part.isKept ? part.text : [])).join("\n");
  const language = settleLanguage(declared, text);
  const direction = directionOf(language, text);
  const { publishedOn, canonicalUrl } = document;
  const title = wordsOrNull(document.title, LONGEST_TITLE);
  const byline = wordsOrNull(document.byline, LONGEST_NAME);
  const publisher = wordsOrNull(document.publisher, LONGEST_NAME);
  return {
    parts: filled.map((part) => withoutTheUsual(part, { language, direction })),
    metadata: { title, byline, publisher, publishedOn, language, direction, canonicalUrl },
    notes: replaced > 0 ? [...notes, { kind: "replaced_characters", count: replaced }] : notes,
  };
}

/** In UTF-16 code units: more is no headline and no name, and no form would take it. */
const LONGEST_TITLE = 500;
const LONGEST_NAME = 300;

function wordsOrNull(words: string | null, longest: number): string | null {
  if (words === null || words.length > longest) return null;
  return replaceNonCharacters(words).text;
}

/** Language and direction are said of a part only where they differ from the article's. */
function withoutTheUsual(
  { language, direction, ...part }: ImportedPart,
  article: { language: string; direction: Direction },
): ImportedPart {
  const isOther = language !== undefined && primaryOf(language) !== primaryOf(article.language);
  const runs = direction ?? (isOther ? directionOf(language, part.text) : undefined);
  return {
    ...part,
    ...(isOther && { language }),
    ...(runs !== undefined && runs !== article.direction && { direction: runs }),
  };
}

function primaryOf(language: string): string {
  return language.split("-")[0]?.toLowerCase() ?? "";
}
