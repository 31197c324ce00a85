import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { storage } from "./installation.ts";

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** Bytes as they are kept: `sha256` of them before compression, lower-case hex; `storageKey`: where they are. */
export type Packed = { sha256: string; size: number; storageKey: string };

/** Keeps bytes compressed, under a key made of their hash: the same bytes are kept once. */
export async function keepPacked(bytes: Uint8Array): Promise<Packed> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const storageKey = `sources/${sha256.slice(0, 2)}/${sha256}.gz`;
  await storage().put(storageKey, await compress(bytes));
  return { sha256, size: bytes.byteLength, storageKey };
}

/** The bytes again; null when they are not there. Throws when they are other than those that were kept. */
export async function readPacked({ sha256, size, storageKey }: Packed): Promise<Uint8Array | null> {
  const packed = await storage().get(storageKey);
  if (packed === null) return null;
  const bytes = await decompress(packed, { maxOutputLength: Math.max(1, size) });
  if (createHash("sha256").update(bytes).digest("hex") !== sha256) {
    throw new Error(`${storageKey} is not what was kept`);
  }
  return bytes;
}
