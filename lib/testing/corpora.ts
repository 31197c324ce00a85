import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Where texts of other projects are, if they are. */
export const CORPORA = process.env.CORPORA_DIR ?? join(import.meta.dirname, "../../../shared/corpora");

/** The text of a file beside or inside the corpora folder (`CORPORA_DIR`), null where there is none. */
export function readShared(path: string): string | null {
  const file = join(dirname(CORPORA), path);
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}
