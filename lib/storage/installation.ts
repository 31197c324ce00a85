import { env } from "#lib/env.ts";
import { folderStorage } from "./folder.ts";
import type { Storage } from "./storage.ts";

let known: { folder: string; storage: Storage } | undefined;

/** The installation's storage, as its settings say. */
export function storage(): Storage {
  const folder = env.FILES_DIR;
  if (known?.folder !== folder) known = { folder, storage: folderStorage(folder) };
  return known.storage;
}
