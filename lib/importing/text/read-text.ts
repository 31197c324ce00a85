import { AppError } from "#lib/errors.ts";
import { finishArticle, type ImportedArticle } from "../finish-article.ts";
import { importPlainText } from "./plain-text.ts";

/** Makes an article of plain text, all of it kept. Refuses with `text_empty` or `text_too_long`. */
export function readText(input: string, limits: { characters: number }): ImportedArticle {
  if (input.length > limits.characters) {
    throw new AppError("text_too_long", { values: { limit: limits.characters }, field: "text" });
  }
  const { parts, title, publishedOn, notes } = importPlainText(input);
  if (parts.every((part) => part.text === "")) throw new AppError("text_empty", { field: "text" });
  return finishArticle({
    parts: parts.map((part) => ({ ...part, isKept: true })),
    title,
    byline: null,
    publisher: null,
    publishedOn,
    language: null,
    canonicalUrl: null,
    notes,
  });
}
