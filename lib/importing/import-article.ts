import type { TextWithBlocks } from "#lib/anchoring/blocks.ts";
import { AppError } from "#lib/errors.ts";
import type { ImportNote } from "./imported-text.ts";
import { type Direction, directionOf, guessLanguage } from "./language.ts";
import { importPlainText } from "./plain-text.ts";

/** What an article can be made of: the words somebody pasted. */
export type ArticleInput = { kind: "text"; text: string };

/** `publishedOn`: YYYY-MM-DD. `language`: BCP 47, "und" when it cannot be told. */
export type ArticleMetadata = {
  title: string | null;
  byline: string | null;
  publisher: string | null;
  publishedOn: string | null;
  language: string;
  direction: Direction;
};

export type ImportedArticle = TextWithBlocks & { metadata: ArticleMetadata; notes: ImportNote[] };

/** In UTF-16 code units: the length of a long book, and still one quick page of anchoring. */
export const MAX_ARTICLE_LENGTH = 1_000_000;

/** Turns what a person gave us into an article. Refuses with `text_empty` or `text_too_long`. */
export function importArticle(input: ArticleInput): ImportedArticle {
  if (input.text.length > MAX_ARTICLE_LENGTH) {
    throw new AppError("text_too_long", { values: { limit: MAX_ARTICLE_LENGTH }, field: "text" });
  }
  const { text, blocks, title, publishedOn, notes } = importPlainText(input.text);
  if (text === "") throw new AppError("text_empty", { field: "text" });
  const language = guessLanguage(text);
  return {
    text,
    blocks,
    metadata: {
      title,
      byline: null,
      publisher: null,
      publishedOn,
      language,
      direction: directionOf(language, text),
    },
    notes,
  };
}
