import { AppError } from "#lib/errors.ts";
import type { ImportedPart, ReadDocument } from "../read-document.ts";
import { importPlainText } from "../text/plain-text.ts";
import type { DraftPart } from "./draft-part.ts";
import { chooseKept } from "./kept-parts.ts";
import { exceeds, type MarkupSize, scanMarkup } from "./markup-scan.ts";
import { chooseOffered } from "./offered-parts.ts";
import { readMetadata } from "./page-metadata.ts";
import { listParts } from "./page-parts.ts";
import { isPublishedPage, openSelfClosed, parsePage } from "./page-tree.ts";
import { findReadableTexts } from "./readable-texts.ts";

/**
 * Reads a page, or a piece of one: Readability finds where its article is, and the page is walked as it was
 * published, so that captions, tables, quotes and embedded posts are there. Of a piece all is kept: who copied it
 * has chosen already. `url`: where it stands, for its links and its date. Refuses with `import_too_complex` what is
 * beyond the limits; of the rest it takes as long as it takes.
 */
export function readHtml(
  markup: string,
  { url, isXml, limits }: { url: string | null; isXml: boolean; limits: MarkupSize },
): ReadDocument {
  const { size, lean } = scanMarkup(isXml ? openSelfClosed(markup) : markup, limits);
  if (exceeds(size, limits)) throw new AppError("import_too_complex");
  const root = parsePage(lean);
  const { baseUrl, body, ...metadata } = readMetadata(root, url);
  const isPiece = !isPublishedPage(markup);
  const readable = isPiece ? new Set<never>() : findReadableTexts(root, metadata.title);
  const drafts = listParts(root, { readable, baseUrl });
  const kept = isPiece ? drafts.map(() => true) : chooseKept(drafts, metadata.title);
  const offered = chooseOffered(drafts, kept);
  const parts = drafts.flatMap((draft, index) =>
    offered[index] ? [importedPart(draft, kept[index] ?? false)] : [],
  );
  return { parts: withBody(parts, body), ...metadata, notes: [] };
}

/** Shorter data is a summary. UTF-16 code units. */
const SHORTEST_BODY = 500;
/** A page with less than this share of its article's text is drawn by its scripts. */
const SHOWN_SHARE = 0.25;

/** The parts, behind the text that only the page's data has where the page itself hardly shows any. */
function withBody(parts: ImportedPart[], body: string | null): ImportedPart[] {
  const shown = parts.reduce((sum, { isKept, text }) => sum + (isKept ? text.length : 0), 0);
  if (body === null || body.length < SHORTEST_BODY || shown > body.length * SHOWN_SHARE) return parts;
  const article = importPlainText(body).parts.map((part) => ({ ...part, isKept: true }));
  return [...article, ...parts.map((part) => ({ ...part, isKept: false }))];
}

function importedPart(
  { type, text, marks, level, cell, language, direction }: DraftPart,
  isKept: boolean,
): ImportedPart {
  return {
    type,
    text,
    ...(marks !== undefined && marks.length > 0 && { marks }),
    ...(level !== undefined && { level }),
    ...(cell !== undefined && { cell }),
    ...(language !== null && { language }),
    ...(direction !== null && { direction }),
    isKept,
  };
}
