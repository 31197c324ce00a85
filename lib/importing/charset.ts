// @ts-expect-error the package brings no types
import htmlEncodingSniffer from "html-encoding-sniffer";

type Sniffer = (
  bytes: Uint8Array,
  options: { transportLayerEncodingLabel?: string; defaultEncoding: string; maxPrescanBytes: number },
) => string | null;
const sniffEncoding: Sniffer = htmlEncodingSniffer;

/** How far into a page a `<meta charset>` is looked for: pages with long scripts in front have it late. Bytes. */
const LONGEST_PRESCAN = 65_536;

/** What the sniffer answers when nothing declares an encoding. No encoding is called so. */
const UNDECLARED = "undeclared";

/** What undeclared text that is no UTF-8 is read as: the web's default. */
const FALLBACK = "windows-1252";

/**
 * The characters of a file. Its encoding is, in this order: a byte order mark, the `charset` of its content type,
 * what its markup declares, UTF-8 when it is valid UTF-8, windows-1252 (WHATWG HTML, "encoding sniffing
 * algorithm"). A declared UTF-8 that is none gives way to what the markup declares.
 */
export function decodeText(bytes: Uint8Array, contentType: string | null): string {
  const label = charsetOf(contentType);
  const declared = sniff(bytes, label);
  if (declared !== UNDECLARED && declared !== "UTF-8") return decode(bytes, declared);
  const utf8 = decodeUtf8(bytes);
  if (utf8 !== null) return utf8;
  const inMarkup = label === undefined ? declared : sniff(bytes, undefined);
  if (inMarkup !== UNDECLARED) return decode(bytes, inMarkup);
  return decode(bytes, declared === UNDECLARED ? FALLBACK : declared);
}

function sniff(bytes: Uint8Array, label: string | undefined): string {
  return (
    sniffEncoding(bytes, {
      ...(label !== undefined && { transportLayerEncodingLabel: label }),
      defaultEncoding: UNDECLARED,
      maxPrescanBytes: LONGEST_PRESCAN,
    }) ?? UNDECLARED
  );
}

function decode(bytes: Uint8Array, encoding: string): string {
  // "replacement" stands for encodings that are attacks when decoded: every page in one is unreadable.
  return encoding === "replacement" ? "\uFFFD" : new TextDecoder(encoding).decode(bytes);
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function charsetOf(contentType: string | null): string | undefined {
  return /;\s*charset\s*=\s*["']?([^\s"';]+)/i.exec(contentType ?? "")?.[1];
}
