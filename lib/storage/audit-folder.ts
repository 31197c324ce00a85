import { createPublicKey, generateKeyPairSync, randomUUID } from "node:crypto";
import { appendFile, link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * The folder beside the database for what proves its history: the key that signs, the keys that were ever used, and the
 * signed heads, a line of JSON each.
 */
export type AuditFolder = {
  /** PKCS 8, DER in base64: the one that was given, or one that is made at first use. */
  privateKey: () => Promise<string>;
  append: (lines: readonly string[]) => Promise<void>;
};

const HEADS = "heads.jsonl";
const KEYS = "keys.pub";

/** `given`: the private key of the settings, empty when there is none. */
export function auditFolder(folder: string, given = ""): AuditFolder {
  return {
    async privateKey() {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const key = given || (await keptKey(join(folder, "key")));
      const known = await textOf(join(folder, KEYS));
      const own = createPublicKey({ key: pem(key), format: "pem" }).export({ type: "spki", format: "der" });
      const line = own.toString("base64");
      if (!known.split("\n").includes(line)) await appendFile(join(folder, KEYS), `${line}\n`);
      return key;
    },
    append: (lines) =>
      appendFile(join(folder, HEADS), lines.map((line) => `${line}\n`).join(""), {
        mode: 0o600,
        flush: true,
      }),
  };
}

/** What was kept in such a folder, or in these files of it. */
export async function readKept(
  folder: string,
  { heads = join(folder, HEADS), keys = join(folder, KEYS) }: { heads?: string; keys?: string } = {},
): Promise<{ heads: string[]; keys: string[] }> {
  const lines = async (path: string) => (await textOf(path)).split("\n").filter((line) => line.trim() !== "");
  return { heads: await lines(heads), keys: await lines(keys) };
}

/** Of two workers that make one at the same time the second takes the first's. */
async function keptKey(path: string): Promise<string> {
  const made = generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "der" });
  // Whole before it has its name, and a name that is taken is left as it is.
  const unfinished = `${path}-${randomUUID()}`;
  try {
    await writeFile(unfinished, made.toString("base64"), { mode: 0o600, flush: true });
    await link(unfinished, path);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    await rm(unfinished, { force: true });
  }
  return (await readFile(path, "utf8")).trim();
}

const pem = (key: string) => `-----BEGIN PRIVATE KEY-----\n${key}\n-----END PRIVATE KEY-----\n`;

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
    throw error;
  }
}
