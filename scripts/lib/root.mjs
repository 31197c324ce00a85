// @ts-check
import { realpathSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout, by its real path: every command means this folder, wherever it is called from. */
export const ROOT = realpathSync(fileURLToPath(new URL("../..", import.meta.url)));

/** What this installation keeps: database, secret, logs. */
export const DATA = join(ROOT, ".data");
