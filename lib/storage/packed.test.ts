import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startS3 } from "#lib/testing/s3-server.ts";
import { storage } from "./installation.ts";
import { type Packed, packedAs, putPacked, readPacked } from "./packed.ts";

async function keepPacked(bytes: Uint8Array): Promise<Packed> {
  const packed = packedAs(bytes);
  await putPacked(packed, bytes);
  return packed;
}

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "proofmark-packed-"));
  vi.stubEnv("FILES_DIR", folder);
});
afterEach(() => rm(folder, { recursive: true }));

const bytes = new TextEncoder().encode("The Parties agree. ".repeat(1_000));

test("bytes are kept compressed, by their hash, and come back as they were", async () => {
  const kept = await keepPacked(bytes);
  expect(kept).toEqual({
    sha256: "499cc67111f09defcae574ec940407851e26094c6774567834e72c9f4f42c6a8",
    size: bytes.byteLength,
    storageKey: expect.stringMatching(/^sources\/[0-9a-f]{2}\/[0-9a-f]{64}\.gz$/),
  });
  expect((await storage().get(kept.storageKey))?.byteLength).toBeLessThan(bytes.byteLength / 10);
  expect(Buffer.from((await readPacked(kept)) ?? []).equals(bytes)).toBe(true);
  expect(await keepPacked(bytes)).toEqual(kept);
});

test("nothing, and what is not there", async () => {
  const kept = await keepPacked(new Uint8Array());
  expect(await readPacked(kept)).toHaveLength(0);
  await storage().remove(kept.storageKey);
  expect(await readPacked(kept)).toBeNull();
});

test("what was changed in the storage is not passed off as what was kept", async () => {
  const [kept, other] = [await keepPacked(bytes), await keepPacked(bytes.slice(1))];
  await storage().put(kept.storageKey, (await storage().get(other.storageKey)) ?? new Uint8Array());
  await expect(readPacked(kept)).rejects.toThrow("is not what was kept");
});

test("a bucket that is named takes the folder's place", async () => {
  await using server = await startS3();
  const { endpoint, bucket, keyId, secret } = server.bucket;
  const named = { ENDPOINT: endpoint, BUCKET: bucket, KEY_ID: keyId, SECRET: secret };
  for (const [name, value] of Object.entries(named)) vi.stubEnv(`FILES_S3_${name}`, value);
  const kept = await keepPacked(bytes);
  expect(Buffer.from((await readPacked(kept)) ?? []).equals(bytes)).toBe(true);
  expect(await readdir(folder)).toEqual([]);
});
