import { createHash, type Hash } from "node:crypto";
import { Transform } from "node:stream";

const NEWLINE = 0x0a;

export type Digest = { rows: number; sha256: string };

/** Lets bytes through and remembers their hash and how many lines they are. */
export class Digesting extends Transform {
  readonly #hash: Hash = createHash("sha256");
  #rows = 0;

  override _transform(chunk: Buffer, _: BufferEncoding, done: (error: null, chunk: Buffer) => void): void {
    this.#hash.update(chunk);
    for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, at + 1)) this.#rows += 1;
    done(null, chunk);
  }

  /** Of all that went through; asked once, at the end. */
  digest(): Digest {
    return { rows: this.#rows, sha256: this.#hash.digest("hex") };
  }
}

export const sha256Of = (bytes: Uint8Array | string): string =>
  createHash("sha256").update(bytes).digest("hex");
