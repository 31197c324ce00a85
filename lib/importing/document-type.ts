import { fileTypeFromBuffer } from "file-type";
import { AppError, type Reason } from "#lib/errors.ts";
import { fileKind } from "./file-kind.ts";

/** Pictures that every browser shows. */
const PICTURES: ReadonlyMap<string, string> = new Map([
  ["image/png", "image/png"],
  ["image/apng", "image/png"],
  ["image/jpeg", "image/jpeg"],
  ["image/gif", "image/gif"],
  ["image/webp", "image/webp"],
  ["image/avif", "image/avif"],
]);

/** Text with a form of its own. Of those with macros there are none here: they have types of their own. */
const OFFICE: ReadonlySet<string> = new Set([
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  "application/vnd.openxmlformats-officedocument.presentationml.slideshow",
  "application/vnd.oasis.opendocument.text",
  "application/vnd.oasis.opendocument.spreadsheet",
  "application/vnd.oasis.opendocument.presentation",
  "application/epub+zip",
]);

/** What is refused, and with which advice; the first row that fits. */
const REFUSED: readonly (readonly [types: RegExp, reason: Reason])[] = [
  [/macroenabled/, "document_macros"],
  [/^image\//, "document_picture"],
  [/^(?:audio|video)\/|^application\/(?:ogg|mxf|x-mxf)$/, "document_recording"],
  [/zip|gzip|rar|tar|compress|bzip2|x-xz|zstd|lz4|lzip|lzma|archive|cabinet|cab$/, "document_archive"],
  [/msdownload|executable|elf|mach-binary|wasm|android|x-deb|x-rpm|x-msi|installer/, "document_program"],
];

/** The kind of file before Office 2007, by the stream that holds its text: its name as the file writes it. */
const OLD_OFFICE: readonly (readonly [stream: string, type: string])[] = [
  ["WordDocument", "application/msword"],
  ["Workbook", "application/vnd.ms-excel"],
  ["PowerPoint Document", "application/vnd.ms-powerpoint"],
];

/**
 * The type of a file that may be a source, told by its bytes alone: `text/plain; charset=utf-8`, `application/pdf`.
 * Refuses, beside the field `document`, what is empty, no document, or does something when it is opened.
 */
export async function documentType(bytes: Uint8Array): Promise<string> {
  if (bytes.byteLength === 0) refuse("document_empty");
  if (/^(?:\xEF\xBB\xBF)?\s{0,16}%PDF-/.test(latin1(bytes.subarray(0, 32)))) return "application/pdf";
  // Before the signatures: "BMW sold more" begins like a picture, "MZ" like a program.
  const text = strictText(bytes);
  if (text !== null) return typeOfText(text);
  const type = await signedType(bytes);
  if (type !== null) return typeOfSignature(type, bytes);
  if (!CONTROL.test(latin1(bytes))) return typeOfText({ text: latin1(bytes), type: "text/plain" });
  return refuse("document_unknown");
}

function refuse(reason: Reason): never {
  throw new AppError(reason, { field: "document" });
}

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");

/** What no text file holds: control characters that are no white space. ESC is among them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\0-\x08\x0E-\x1F\x7F]/;

type Text = { text: string; type: string };

/** The file as UTF-8, or as UTF-16 where it says so; null when it is neither, to the last byte. */
function strictText(bytes: Uint8Array): Text | null {
  const mark = latin1(bytes.subarray(0, 2));
  const charset = mark === "\xFF\xFE" ? "utf-16le" : mark === "\xFE\xFF" ? "utf-16be" : "utf-8";
  try {
    const text = new TextDecoder(charset, { fatal: true }).decode(bytes);
    return CONTROL.test(text) ? null : { text, type: `text/plain; charset=${charset}` };
  } catch {
    return null;
  }
}

/** As far as the first tag of a page is looked for, in UTF-16 code units. */
const BEGINNING = 8_192;

function typeOfText({ text, type }: Text): string {
  const start = text.slice(0, BEGINNING).trimStart();
  if (start === "") refuse("document_empty");
  if (start.startsWith("{\\rtf")) return "application/rtf";
  if (start.startsWith("%!PS")) refuse("document_unknown");
  if (/^<(?:[\w.-]+:)?svg[\s>/]/i.test(firstTag(start))) refuse("document_drawing");
  const kind = fileKind(new TextEncoder().encode(start), null);
  if (kind.kind === "html") return kind.isXml ? "application/xhtml+xml" : "text/html";
  return type;
}

/** A declaration or instruction, a comment, or a document type with its entities: what may stand before the first tag. */
const PROLOGUE = /^(?:<\?[^>]*>|<!--[\s\S]*?-->|<!doctype[^[>]*(?:\[[\s\S]*?\]\s*)?>)/i;

/** From the first tag on; piece by piece, so that many comments cost no more than they are long. */
function firstTag(text: string): string {
  for (let rest = text; ; ) {
    const before = PROLOGUE.exec(rest)?.[0];
    if (before === undefined) return rest;
    rest = rest.slice(before.length).trimStart();
  }
}

async function signedType(bytes: Uint8Array): Promise<string | null> {
  try {
    return (await fileTypeFromBuffer(bytes))?.mime ?? null;
  } catch {
    return null; // it begins like something and is not
  }
}

function typeOfSignature(type: string, bytes: Uint8Array): string {
  const picture = PICTURES.get(type);
  if (picture !== undefined) return picture;
  if (OFFICE.has(type)) return type;
  if (type === "application/x-cfb") return oldOffice(bytes) ?? refuse("document_unknown");
  return refuse(REFUSED.find(([types]) => types.test(type))?.[1] ?? "document_unknown");
}

/** The name is that of a stream, in UTF-16; a file that has macros besides is refused like the newer ones. */
function oldOffice(bytes: Uint8Array): string | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (stream: string) => file.includes(Buffer.from(`${stream}\0`, "utf16le"));
  if (holds("_VBA_PROJECT")) refuse("document_macros");
  return OLD_OFFICE.find(([stream]) => holds(stream))?.[1] ?? null;
}
