import { createHash, type Hash } from "node:crypto";
import { Transform } from "node:stream";
import type pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { listed, quoted, type Table } from "./tables.ts";

const NEWLINE = 0x0a;

/** The rows of a table, in the order of its key, as COPY writes them: a row a line, whatever is in it. */
export function rowsOf(client: pg.Client, { name, columns, order }: Table): NodeJS.ReadableStream {
  const sql = `COPY (SELECT ${listed(columns)} FROM ${quoted(name)} ORDER BY ${listed(order)}) TO STDOUT`;
  return client.query(copyTo(sql));
}

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
