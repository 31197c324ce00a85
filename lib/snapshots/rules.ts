import { locate, type QuoteToFind } from "#lib/anchoring/locate.ts";
import { quoteAt } from "#lib/anchoring/spans.ts";
import type { CopyState } from "./values.ts";

/** Milliseconds after which a copy that is still waited for will not come: its worker was stopped. */
export const PATIENCE = 180_000;

export function isStalled({ state, createdAt }: { state: CopyState; createdAt: Date }, now: Date): boolean {
  return state === "waiting" && now.getTime() - createdAt.getTime() > PATIENCE;
}

/** Milliseconds until the first of these that are waited for will not come any more; null when none is waited for. */
export function stallsIn(copies: readonly { state: string; createdAt: Date }[], now: Date): number | null {
  const left = copies
    .filter(({ state }) => state === "waiting")
    .map(({ createdAt }) => createdAt.getTime() + PATIENCE + 1 - now.getTime())
    .filter((milliseconds) => milliseconds > 0);
  return left.length > 0 ? Math.min(...left) : null;
}

/** Milliseconds: a day. What a page said this morning is what it says for a second claim at noon. */
const FRESH = 24 * 3_600_000;

/** Whether attaching a source is to keep a copy of it: `newest` is the last that was asked for. */
export function isCopyDue(newest: { state: CopyState; createdAt: Date } | null, now: Date): boolean {
  if (newest === null) return true;
  const age = now.getTime() - newest.createdAt.getTime();
  return newest.state === "waiting" ? isStalled(newest, now) : age > FRESH;
}

/**
 * Whether a copy is kept without being asked for. Not of a confidential source: to fetch a page tells its owner who
 * reads it. Nor where somebody wrote why there is none.
 */
export function keepsByItself(evidence: {
  visibility: "public" | "confidential";
  noSnapshotReason: string | null;
}): boolean {
  return evidence.visibility === "public" && evidence.noSnapshotReason === null;
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  "application/pdf": "pdf",
  "text/html": "html",
  "application/xhtml+xml": "xhtml",
  "text/plain": "txt",
  "text/csv": "csv",
  "application/json": "json",
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/webp": "webp",
  "image/gif": "gif",
  "image/avif": "avif",
  "application/rtf": "rtf",
  "application/epub+zip": "epub",
  "application/msword": "doc",
  "application/vnd.ms-excel": "xls",
  "application/vnd.ms-powerpoint": "ppt",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": "pptx",
  "application/vnd.openxmlformats-officedocument.presentationml.slideshow": "ppsx",
  "application/vnd.oasis.opendocument.text": "odt",
  "application/vnd.oasis.opendocument.spreadsheet": "ods",
  "application/vnd.oasis.opendocument.presentation": "odp",
};

/** What the bytes are called when somebody downloads them: by their hash, so that it holds nothing of anybody's. */
export function fileNameOf({ sha256, contentType }: { sha256: string; contentType: string | null }): string {
  const type = (contentType ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
  return `${sha256.slice(0, 16)}.${(Object.hasOwn(EXTENSIONS, type) && EXTENSIONS[type]) || "bin"}`;
}

/** Where quoted words stand in a kept text, in UTF-16 code units, with what stands around them. */
export type QuotePlace = { start: number; end: number; prefix: string; suffix: string };

/**
 * The place of quoted words in a kept text; null where they do not stand, or several times and what stood around them
 * does not tell which. White space may differ.
 */
export function placeOfQuote(text: string, quote: QuoteToFind): QuotePlace | null {
  const located = locate(text, quote);
  if (located.kind !== "exact" && located.kind !== "moved") return null;
  const span = { start: located.start, end: located.end };
  const { prefix, suffix } = quoteAt(text, span);
  return { ...span, prefix, suffix };
}
