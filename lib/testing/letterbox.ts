import { renameSync, writeFileSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Received, startMailServer } from "./mail-server.ts";

// Letters in a folder, so that processes of tests can read what the product sent while another one takes it.

type Letterbox = AsyncDisposable & {
  /** For SMTP_URL. */
  url: string;
  /** For LETTERBOX_DIR. */
  folder: string;
};

export async function startLetterbox(): Promise<Letterbox> {
  const folder = await mkdtemp(join(tmpdir(), "proofmark-letters-"));
  let kept = 0;
  const server = await startMailServer({
    keep(letter) {
      kept += 1;
      const file = join(folder, `${String(kept).padStart(6, "0")}.json`);
      writeFileSync(`${file}.part`, JSON.stringify(letter));
      // At once, or a reader could find half of it.
      renameSync(`${file}.part`, file);
    },
  });
  return {
    url: server.url,
    folder,
    async [Symbol.asyncDispose]() {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What came for an address so far, the earliest first. */
export async function lettersTo(address: string): Promise<Received[]> {
  const folder = process.env.LETTERBOX_DIR ?? "";
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json"));
  const letters = names
    .toSorted()
    .map(async (name) => JSON.parse(await readFile(join(folder, name), "utf8")));
  return (await Promise.all(letters)).filter(({ to }: Received) => to === address);
}
