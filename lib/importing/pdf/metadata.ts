import type { PDFDocumentProxy } from "unpdf/pdfjs";
import { trimmed } from "../text/lines.ts";

/** What a PDF says about itself. Null is "not said", or said so that it cannot be believed. */
export type PdfMetadata = {
  title: string | null;
  byline: string | null;
  publisher: string | null;
  publishedOn: string | null;
  language: string | null;
};

/** Titles that programs write of themselves: file names, names of new documents. */
const NO_TITLE =
  /^(?:microsoft (?:word|excel|powerpoint|publisher) ?-|untitled|document ?\d*$|slide ?\d+$|powerpoint presentation|layout ?\d*$|pr[äa]sentation ?\d*$|book ?\d*$|print$|\(?anonymous\)?$)|\.(?:docx?|pdf|indd|qxd|tex|dvi|rtf|odt|pages|pptx?|xlsx?|html?|txt|wpd|eps|ai)\W*$|^[\w.-]*[_\d][\w.-]*$|^https?:/i;
const NO_AUTHOR =
  /^(?:unknown|anonymous|user|admin|administrator|owner|author|root|\(?unspecified\)?)$|[\\/@]/i;
const LONGEST = 300;
/** The year the format was made public. */
const FIRST_YEAR = 1993;

/** Reads the document's information dictionary and, where that is silent, its XMP. */
export async function readMetadata(pdf: PDFDocumentProxy, now: Date): Promise<PdfMetadata> {
  const { info, metadata } = await pdf.getMetadata();
  const entries = new Map<string, unknown>(Object.entries(info));
  const said = (key: string, name: string) => words(entries.get(key)) ?? words(metadata?.get(name));
  return {
    title: unless(NO_TITLE, said("Title", "dc:title")),
    byline: unless(NO_AUTHOR, said("Author", "dc:creator")),
    publisher: words(metadata?.get("dc:publisher")),
    publishedOn: dayOf(words(entries.get("CreationDate")), now),
    language: languageTag(words(entries.get("Language"))),
  };
}

/** A text, or the texts of a list, on one line. */
function words(value: unknown): string | null {
  const list = (Array.isArray(value) ? value : [value]).filter(
    (one): one is string => typeof one === "string",
  );
  const text = trimmed(
    list
      .map(trimmed)
      .filter(Boolean)
      .join(", ")
      .replace(/[\0\s]+/g, " ")
      .normalize("NFC"),
  );
  return text === "" || text.length > LONGEST ? null : text;
}

function unless(pattern: RegExp, text: string | null): string | null {
  return text === null || pattern.test(text) || !/\p{L}/u.test(text) ? null : text;
}

/**
 * The day of a PDF date (D:YYYYMMDDHHmmSSOHH'mm, ISO 32000, 7.9.4) where its maker was. Null for what no
 * calendar has, lies before the format or after `now`.
 */
function dayOf(stamp: string | null, now: Date): string | null {
  const [, year, month, day] = /^(?:D:)?(\d{4})(\d{2})(\d{2})/.exec(stamp ?? "") ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const isReal = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  // The day may have begun there already: zones go up to 14 hours ahead.
  const latest = now.getTime() + 14 * 3_600_000;
  if (!isReal || Number(year) < FIRST_YEAR || date.getTime() > latest) return null;
  return `${year}-${month}-${day}`;
}

function languageTag(tag: string | null): string | null {
  return tag !== null && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag) ? tag : null;
}
