/** What a file is read as; `name` is what to call a file that cannot be read. */
export type FileKind =
  | { kind: "html"; isXml: boolean }
  | { kind: "pdf" }
  | { kind: "text" }
  | { kind: "unreadable"; name: string };

/** How far into a file its kind is looked for. Bytes; the WHATWG MIME Sniffing Standard reads 1445. */
const SNIFFED = 1_445;

/** The first bytes of what is often uploaded by mistake, as hexadecimal digits. */
const SIGNATURES: readonly (readonly [start: string, type: string])[] = [
  ["89504e470d0a1a0a", "image/png"],
  ["ffd8ff", "image/jpeg"],
  ["474946383", "image/gif"],
  ["52494646", "image/webp"],
  ["504b0304", "application/zip"],
  ["1f8b", "application/gzip"],
  ["d0cf11e0a1b11ae1", "a Word document"],
  ["7b5c727466", "application/rtf"],
  ["25215053", "application/postscript"],
  ["4f676753", "application/ogg"],
  ["494433", "audio/mpeg"],
  ["7f454c46", "application/x-elf"],
];

/** Tags a page begins with, from the MIME Sniffing Standard. */
const PAGE_START =
  /^(?:<!doctype html|<(?:html|head|script|iframe|h[1-6]|div|font|table|a|style|title|b|body|br|p|article|section|main|meta)[\s>/]|<!--)/i;
const XML_START = /^<\?xml[\s\S]*?<html[\s>]/i;
/** Characters that no text file holds, NUL aside: those below the blank that are no white space. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const BINARY = /[\0-\x08\x0E-\x1A\x1C-\x1F]/;

/** Tells what a file is: by its first bytes where those leave no doubt, else by its type as sent, else by its look. */
export function fileKind(bytes: Uint8Array, contentType: string | null): FileKind {
  const head = Buffer.from(bytes.subarray(0, SNIFFED));
  const start = head.toString("latin1");
  if (start.includes("%PDF-")) return { kind: "pdf" };
  const hex = head.subarray(0, 16).toString("hex");
  const signature = SIGNATURES.find(([sign]) => hex.startsWith(sign));
  if (signature !== undefined) {
    const isWord = signature[1] === "application/zip" && contentType?.includes("wordprocessingml");
    return { kind: "unreadable", name: isWord ? "a Word document" : signature[1] };
  }
  const type = (contentType ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  return kindOfType(type) ?? kindOfLook(start, type);
}

function kindOfType(type: string): FileKind | null {
  if (type === "text/html") return { kind: "html", isXml: false };
  if (type === "application/xhtml+xml") return { kind: "html", isXml: true };
  if (type === "text/plain" || type === "text/markdown") return { kind: "text" };
  const isVague = ["", "application/octet-stream", "binary/octet-stream", "unknown/unknown"].includes(type);
  const isXml = type === "text/xml" || type === "application/xml";
  return isVague || isXml || type.startsWith("text/") ? null : { kind: "unreadable", name: type };
}

function kindOfLook(start: string, type: string): FileKind {
  const text = start.replace(/^(?:\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)/, "");
  const isWide = text.length < start.length && !start.startsWith("\xEF");
  const shown = (isWide ? text.replaceAll("\0", "") : text).trimStart();
  if (XML_START.test(shown)) return { kind: "html", isXml: true };
  if (PAGE_START.test(shown)) return { kind: "html", isXml: false };
  if (BINARY.test(shown) || type.endsWith("/xml") || shown.startsWith("<?xml")) {
    return { kind: "unreadable", name: type === "" ? "application/octet-stream" : type };
  }
  return { kind: "text" };
}
