export const SOURCE_KINDS = ["primary", "secondary", "reference"] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];
export const STANCES = ["supports", "refutes", "context"] as const;
export type Stance = (typeof STANCES)[number];
export const VISIBILITIES = ["public", "confidential"] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** Whether a source is a file somebody attached, or anything else: a page, a book, a conversation. */
export const SOURCE_FORMS = ["file", "other"] as const;
export type SourceForm = (typeof SOURCE_FORMS)[number];

/** In UTF-16 code units. A quote is the words that matter, not the document. */
export const SOURCE_LIMITS = { title: 500, name: 300, quote: 3_000, note: 2_000 } as const;

/** In bytes: as much as is kept of a page. Larger ones are videos, or whole archives of scans. */
export const MAX_DOCUMENT_BYTES = 25_000_000;

/** What a document is called while nobody has said its title: as its file, without what says the kind. */
export function titleOfFile(fileName: string): string {
  return fileName.replace(/(?<=\S)\.[a-z\d]{1,5}$/i, "");
}

/** In UTF-16 code units; SOURCE_LIMITS.title would take more. */
const LONGEST = 120;

/** What a source is called while nobody has said its title: its host and path. `url` must parse. */
export function titleOfAddress(url: string): string {
  const { hostname, pathname } = new URL(url);
  const whole = `${hostname.replace(/^www\./, "")}${pathname.replace(/\/$/, "")}`;
  return whole.length > LONGEST ? `${whole.slice(0, LONGEST - 1)}…` : whole;
}
