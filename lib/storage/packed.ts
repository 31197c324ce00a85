import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { storage } from "./installation.ts";

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** Bytes as they are kept: `sha256` of them before compression, lower-case hex; `storageKey`: where they are. */
export type Packed = { sha256: string; size: number; storageKey: string };

/** Where these bytes are kept: under a key made of their hash, so that the same are kept once. */
export function packedAs(bytes: Uint8Array): Packed {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { sha256, size: bytes.byteLength, storageKey: `sources/${sha256.slice(0, 2)}/${sha256}.gz` };
}

/** Keeps bytes compressed. That they are there is written down before, by lib/files: what is not is never swept. */
export async function putPacked({ storageKey }: Packed, bytes: Uint8Array): Promise<void> {
  await storage().put(storageKey, await compress(bytes));
}

/** Removes them. */
export async function removePacked(storageKey: string): Promise<void> {
  await storage().remove(storageKey);
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
