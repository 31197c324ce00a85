import type { BlockPart } from "#lib/anchoring/blocks.ts";

/**
 * What an import did to the words, for the preview to tell. Together with the text, the notes of plain text hold
 * every character of the input that is not white space.
 */
export type ImportNote =
  /** A date in front of the article was read as its date and taken out. `day`: YYYY-MM-DD. */
  | { kind: "date_stamp"; removed: string; day: string }
  /** Signs that only said what a line is (`>`, `#`, `-`), in their order, taken off because the block says it now. */
  | { kind: "markers"; removed: string[] }
  /** Characters that are none (NUL, halves of a surrogate pair), each replaced by U+FFFD. */
  | { kind: "replaced_characters"; count: number };

/** What plain text becomes. `publishedOn`: YYYY-MM-DD, as the publisher prints it. */
export type ImportedText = {
  parts: BlockPart[];
  title: string | null;
  publishedOn: string | null;
  notes: ImportNote[];
};
