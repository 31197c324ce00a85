import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { pipeline } from "node:stream/promises";
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
} from "node:zlib";
import { tooLarge, wrongType } from "./failures.ts";

/**
 * What may come over the wire for each byte of the limit, and besides: the header, and what frames a body's pieces.
 * Ten megabytes in pieces of one byte would keep a processor busy for 17 seconds.
 */
const WIRE_PER_BYTE = 1.25;
const WIRE_BESIDES = 64 * 1024;

type Bytes = AsyncIterable<Uint8Array>;
type Limits = { limit: number; signal: AbortSignal };

/** What `readBody` can undo. */
export const ACCEPT_ENCODING = "gzip, deflate, br, zstd";

/** The low four bits of a zlib stream's first byte (RFC 1950). */
const ZLIB_DEFLATE = 8;
/** RFC 9659: nobody may need more than 8 MB of window over HTTP. */
const ZSTD_WINDOW = { params: { [constants.ZSTD_d_windowLogMax]: 23 } };

/**
 * The body of an answer, decompressed. At most `limit` bytes both as they arrive and as they unfold: reading stops
 * with the first one more, and the connection with it. Throws `fetch_too_large`, and `fetch_wrong_type` when the body
 * is compressed in a way we did not offer; what breaks on the way rejects with the reader's own error.
 */
export async function readBody(response: IncomingMessage, { limit, signal }: Limits): Promise<Uint8Array> {
  if (Number(response.headers["content-length"] ?? 0) > limit) throw tooLarge(limit);
  const decoder = await decoderFor(response, signal);
  const collected = collector(limit);
  const arriving = (source: Bytes) => capped(framed(source, response, limit), limit);
  await (decoder
    ? pipeline(response, arriving, decoder, collected.add, { signal })
    : pipeline(response, arriving, collected.add, { signal }));
  return collected.bytes();
}

async function decoderFor(response: IncomingMessage, signal: AbortSignal) {
  const coding = response.headers["content-encoding"]?.trim().toLowerCase() ?? "";
  if (coding === "" || coding === "identity") return null;
  if (coding === "gzip" || coding === "x-gzip") return createGunzip();
  if (coding === "deflate")
    return (await hasZlibHeader(response, signal)) ? createInflate() : createInflateRaw();
  if (coding === "br") return createBrotliDecompress();
  if (coding === "zstd") return createZstdDecompress(ZSTD_WINDOW);
  throw wrongType(coding);
}

/** `deflate` means with a header of zlib's; some servers leave it out. The first byte tells. */
async function hasZlibHeader(response: IncomingMessage, signal: AbortSignal): Promise<boolean> {
  await once(response, "readable", { signal });
  const first: Uint8Array | null = response.read();
  if (first === null) return true;
  response.unshift(first);
  return ((first[0] ?? 0) & 0x0f) === ZLIB_DEFLATE;
}

async function* framed(source: Bytes, { socket }: IncomingMessage, limit: number): Bytes {
  for await (const chunk of source) {
    if (socket.bytesRead > WIRE_PER_BYTE * limit + WIRE_BESIDES) throw tooLarge(limit);
    yield chunk;
  }
}

async function* capped(source: Bytes, limit: number): Bytes {
  let length = 0;
  for await (const chunk of source) {
    length += chunk.length;
    if (length > limit) throw tooLarge(limit);
    yield chunk;
  }
}

/** One growing buffer and not a list of pieces: a body that drips in byte by byte would cost a hundred times its size. */
function collector(limit: number) {
  let buffer = new Uint8Array(64 * 1024);
  let length = 0;
  const add = async (source: Bytes): Promise<void> => {
    for await (const chunk of capped(source, limit)) {
      if (length + chunk.length > buffer.length) {
        const bigger = new Uint8Array(Math.max(2 * buffer.length, length + chunk.length));
        bigger.set(buffer);
        buffer = bigger;
      }
      buffer.set(chunk, length);
      length += chunk.length;
    }
  };
  return { add, bytes: () => buffer.slice(0, length) };
}
