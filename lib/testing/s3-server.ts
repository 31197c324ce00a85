import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import S3rver from "s3rver";
import type { Bucket } from "#lib/storage/s3.ts";

/** A server that speaks S3, checks signatures and keeps its files in a folder of its own; it ends where its block ends. */
export type S3Server = AsyncDisposable & {
  /** The bucket it has, reached as its owner. */
  bucket: Bucket;
};

/** The pair of keys the server knows. */
const KEYS = { keyId: "S3RVER", secret: "S3RVER" };

/** At a free port of this machine. */
export async function startS3(): Promise<S3Server> {
  const directory = await mkdtemp(join(tmpdir(), "proofmark-s3-"));
  const server = new S3rver({
    ...{ address: "127.0.0.1", port: 0, silent: true, directory },
    configureBuckets: [{ name: "proofmark-files", configs: [] }],
  });
  const { port } = await server.run();
  return {
    bucket: {
      endpoint: `http://127.0.0.1:${port}`,
      bucket: "proofmark-files",
      region: "us-east-1",
      ...KEYS,
      isPathStyle: true,
    },
    async [Symbol.asyncDispose]() {
      await server.close();
      await rm(directory, { recursive: true });
    },
  };
}
