import type { BlockPart } from "#lib/anchoring/blocks.ts";
import type { ImportNote } from "./imported-text.ts";

/**
 * One block of what was imported. `isKept` is false for what is no part of the article (navigation, related
 * links, newsletter boxes, comments): the preview offers to bring it back.
 */
export type ImportedPart = BlockPart & { isKept: boolean };

/**
 * What a reader (HTML, PDF) finds in a document: its parts in document order, and what the document says about
 * itself. Null is "not said". `publishedOn`: YYYY-MM-DD. `language`: BCP 47, not yet checked against the text.
 */
export type ReadDocument = {
  parts: ImportedPart[];
  title: string | null;
  byline: string | null;
  publisher: string | null;
  publishedOn: string | null;
  language: string | null;
  canonicalUrl: string | null;
  notes: ImportNote[];
};
