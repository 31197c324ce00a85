import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** What a page answered, before anything was done to it. Names of headers in small letters. */
export type Answer = { status: number; headers: Readonly<Record<string, string>>; body: Buffer };

export const ENCODINGS = ["br", "gzip", "identity"] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** One way the same document goes over the wire. Headers are names and values in turn, ready to be sent. */
export type Version = {
  etag: string;
  headers: string[];
  /** What is sent to who has it already: all that is not about the bytes. */
  unchanged: string[];
  /** A character for each byte: Node sends headers and such a string at one go, and a buffer separately. */
  body: string;
};

/** A finished answer in every encoding. */
export type Document = {
  status: number;
  /** Milliseconds since 1970, whole seconds; null when nobody knows. */
  modifiedAt: number | null;
  /** Whether that is when it was drawn, and nothing it says of itself. */
  isDatedHere: boolean;
  versions: Readonly<Record<Encoding, Version>>;
};

/** Of what a page answers, that which readers get; the rest is about the connection, or about scripts. */
export const PASSED_ON = [
  "access-control-allow-origin",
  "content-language",
  "content-security-policy",
  "link",
  "location",
  "permissions-policy",
  "referrer-policy",
  "strict-transport-security",
  "x-content-type-options",
];

/** Kept by browsers and caches on the way, and asked about each time: what was withdrawn is gone at once. */
const ASKED_EACH_TIME = ["cache-control", "public, max-age=0, must-revalidate", "vary", "Accept-Encoding"];

/** High enough that the bytes hardly shrink further, and low enough that the first reader does not notice. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/**
 * Compresses an answer once for all who will ask for it; pictures are compressed as they come. `drawnAt`: when it began
 * to be made, in milliseconds since 1970. A page that says no day of its own has the first whole second by which it was
 * so: what takes its place after a change is begun later, and so has a later one.
 */
export async function finish({ status, headers, body }: Answer, drawnAt?: number): Promise<Document> {
  const named = (name: string) => (headers[name] === undefined ? [] : [name, headers[name]]);
  const common = [...PASSED_ON.flatMap(named), ...ASKED_EACH_TIME];
  const type = named("content-type");
  const isPacked = type.some((value) => value.startsWith("image/"));
  const hash = createHash("sha256").update(body).digest("base64url").slice(0, 22);
  const version = (encoding: Encoding, bytes: Buffer): Version => {
    // Other bytes are another entity: a strong tag names the encoding too.
    const etag = `"${hash}-${encoding}"`;
    const unchanged = [...common, "etag", etag];
    const coded = encoding === "identity" ? [] : ["content-encoding", encoding];
    return {
      etag,
      unchanged,
      headers: [...unchanged, ...type, ...coded, "content-length", String(bytes.length)],
      body: bytes.toString("latin1"),
    };
  };
  const plain = version("identity", body);
  const told = Date.parse(headers["last-modified"] ?? "");
  const isPage = status === 200 && headers["content-type"]?.startsWith("text/html") === true;
  const isDatedHere = Number.isNaN(told) && isPage && drawnAt !== undefined;
  return {
    status,
    isDatedHere,
    modifiedAt: isDatedHere ? Math.ceil(drawnAt / 1_000) * 1_000 : Number.isNaN(told) ? null : told,
    versions: {
      ...(isPacked ? { br: plain, gzip: plain } : await compressed(body, version)),
      identity: plain,
    },
  };
}

async function compressed(body: Buffer, version: (encoding: Encoding, bytes: Buffer) => Version) {
  return {
    br: version("br", await compressBrotli(body, BROTLI)),
    gzip: version("gzip", await compressGzip(body)),
  };
}

/** Bytes of headers and what holds them, about. */
const OVERHEAD = 4_000;

/** Bytes a document takes in memory, about. */
export function sizeOf({ versions }: Document): number {
  const different = new Set(ENCODINGS.map((encoding) => versions[encoding]));
  return [...different].reduce((sum, { body }) => sum + body.length, OVERHEAD);
}
