import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const sha256 = z.string().regex(/^[\da-f]{64}$/);
const count = z.int().nonnegative();

const manifest = z.strictObject({
  /** Another number when another version of the product could not read it. */
  format: z.literal(1),
  /** A backup may have other tables and columns than an export, and writes rows otherwise. */
  form: z.enum(["backup", "export"]).default("backup"),
  /** An export does not say: of the same it is the same. */
  madeAt: z.iso.datetime().optional(),
  /** Those the database had: it is restored by just these. */
  migrations: z.array(z.string().regex(/^\w+$/)).min(1),
  /** In the order of their keys. */
  tables: z.array(z.strictObject({ name: z.string(), rows: count, sha256 })),
  sequences: z.array(z.strictObject({ name: z.string(), last: z.string().regex(/^\d+$/) })),
  /** Jobs that were waiting. */
  jobs: z.strictObject({ count, sha256 }),
  /** By key of the storage; the hash is that of the bytes as they are kept. */
  files: z.array(z.strictObject({ key: z.string(), size: count, sha256 })),
  /** Keys the database names, of which nothing was in the storage when the copy was made. */
  absent: z.array(z.string()),
});

/** What a copy of everything holds, with the hashes to check it by. */
export type Manifest = z.output<typeof manifest>;

export const MANIFEST = "manifest.json";

/** A copy's list of contents, which is written last. Throws when the folder is no whole copy of this form. */
export async function readManifest(folder: string, form: Manifest["form"]): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST), "utf8").catch(() => null);
  if (text === null) throw new Error(`${folder} is no whole ${form}: it has no ${MANIFEST}`);
  const read = manifest.safeParse(jsonOf(text));
  if (!read.success) {
    throw new Error(
      `${join(folder, MANIFEST)} cannot be read: it is damaged, or of a later version of the product`,
      { cause: read.error },
    );
  }
  if (read.data.form !== form)
    throw new Error(`What is in ${folder} is no ${form}, but another copy: ${read.data.form}`);
  return read.data;
}

/** What a file of a copy says; undefined where it is no JSON, which no schema takes. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
