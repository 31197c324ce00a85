import { env } from "#lib/env.ts";
import { folderStorage } from "./folder.ts";
import { s3Storage } from "./s3.ts";
import type { Storage } from "./storage.ts";

let known: { settings: string; storage: Storage } | undefined;

/** The installation's storage, as its settings say: a bucket where one is named, otherwise a folder. */
export function storage(): Storage {
  const bucket = {
    endpoint: env.FILES_S3_ENDPOINT,
    bucket: env.FILES_S3_BUCKET,
    region: env.FILES_S3_REGION,
    keyId: env.FILES_S3_KEY_ID,
    secret: env.FILES_S3_SECRET,
    isPathStyle: env.FILES_S3_PATH_STYLE,
  };
  const folder = env.FILES_DIR;
  const settings = JSON.stringify([bucket, folder]);
  if (known?.settings !== settings) {
    known = { settings, storage: bucket.endpoint === "" ? folderStorage(folder) : s3Storage(bucket) };
  }
  return known.storage;
}
