import type { ServerResponse } from "node:http";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { type LoopbackServer, pour, serveHttp, serveRaw } from "#lib/testing/loopback-server.ts";
import { fetchDocument } from "./fetch-document.ts";

const ARTICLE = "<p>Überall Ärger, said the minister.</p>".repeat(500);
const LIMIT = 100_000;
/** 200 times the limit, and a few kilobytes when compressed. */
const BOMB = Buffer.alloc(200 * LIMIT);

const CODINGS = [
  ["gzip", gzipSync],
  ["x-gzip", gzipSync],
  ["deflate", deflateSync],
  ["deflate", deflateRawSync],
  ["br", brotliCompressSync],
  ["zstd", zstdCompressSync],
] as const;

function open(server: LoopbackServer) {
  const url = `${server.origin}/article`;
  return fetchDocument({ url, accept: ["text/html"], allowedHosts: [server.entry], maxBytes: LIMIT });
}

function answer(body: Uint8Array, headers: Record<string, string> = {}) {
  return (_: unknown, response: ServerResponse) => {
    response.writeHead(200, { "content-type": "text/html", ...headers });
    response.end(body);
  };
}

describe("a body", () => {
  test.each(CODINGS)("compressed with %s is unfolded", async (coding, compress) => {
    await using server = await serveHttp(answer(compress(ARTICLE), { "content-encoding": coding }));
    const document = await open(server);
    expect(document).toMatchObject({ kind: "document" });
    expect(textOf(document)).toBe(ARTICLE);
  });

  test.each(["", "identity", "IDENTITY"])("not compressed, and said to be %j, is itself", async (coding) => {
    await using server = await serveHttp(answer(Buffer.from(ARTICLE), { "content-encoding": coding }));
    expect(textOf(await open(server))).toBe(ARTICLE);
  });

  test("in one-byte pieces is whole", async () => {
    const pieces = [..."Wahr ist das nicht."].map((letter) => `1\r\n${letter}\r\n`).join("");
    await using server = await serveRaw((socket) =>
      socket.end(`HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${pieces}0\r\n\r\n`),
    );
    expect(textOf(await open(server))).toBe("Wahr ist das nicht.");
  });

  test("that ends with the connection, without a length, is whole", async () => {
    await using server = await serveRaw((socket) => socket.end("HTTP/1.1 200 OK\r\n\r\nAll of it."));
    expect(textOf(await open(server))).toBe("All of it.");
  });

  test("is as long as its length says, whatever follows", async () => {
    await using server = await serveRaw((socket) =>
      socket.end("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nAll of it. And more"),
    );
    expect(textOf(await open(server))).toBe("All of it.");
  });

  test("of exactly the limit is allowed", async () => {
    await using server = await serveHttp(answer(Buffer.alloc(LIMIT, "a")));
    expect(textOf(await open(server))).toHaveLength(LIMIT);
  });

  test("of nothing is nothing", async () => {
    await using server = await serveHttp(answer(Buffer.alloc(0)));
    expect(textOf(await open(server))).toBe("");
  });
});

describe("a body is too large", () => {
  const tooLarge = { reason: "fetch_too_large", values: { limit: 0.1 }, field: "url" };

  test("when its length says so, before any of it is read", async () => {
    await using server = await serveRaw((socket) =>
      socket.write(`HTTP/1.1 200 OK\r\nContent-Length: ${LIMIT + 1}\r\n\r\n`),
    );
    await expect(open(server)).rejects.toMatchObject(tooLarge);
  });

  test("with one byte more than the limit", async () => {
    await using server = await serveRaw((socket) =>
      socket.end(`HTTP/1.1 200 OK\r\n\r\n${"a".repeat(LIMIT + 1)}`),
    );
    await expect(open(server)).rejects.toMatchObject(tooLarge);
  });

  test("when it never ends, and the connection is closed at once", async () => {
    await using server = await serveRaw((socket) => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      pour(socket, "a".repeat(10_000));
    });
    const hungUp = server.hungUp();
    await expect(open(server)).rejects.toMatchObject(tooLarge);
    await hungUp;
  });

  test.each(CODINGS)("when it unfolds without end: %s", async (coding, compress) => {
    const bomb = compress(BOMB);
    expect(bomb.length).toBeLessThan(LIMIT / 2);
    await using server = await serveHttp(answer(bomb, { "content-encoding": coding }));
    await expect(open(server)).rejects.toMatchObject(tooLarge);
  });

  test("when it comes in so many pieces that they are most of it", async () => {
    await using server = await serveRaw((socket) =>
      socket.end(
        `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${"1\r\na\r\n".repeat(40_000)}0\r\n\r\n`,
      ),
    );
    await expect(open(server)).rejects.toMatchObject(tooLarge);
  });

  test("when it arrives without end and unfolds to nothing", async () => {
    const empty = Buffer.concat(Array<Buffer>(2_000).fill(gzipSync("")));
    await using server = await serveRaw((socket) => {
      socket.write("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n");
      pour(socket, empty);
    });
    await expect(open(server)).rejects.toMatchObject(tooLarge);
  });
});

describe("a broken body is no document:", () => {
  test.each([
    ["shorter than its length", "Content-Length: 100\r\n\r\nOnly this"],
    ["without its last piece", "Transfer-Encoding: chunked\r\n\r\n9\r\nOnly this\r\n"],
    ["with pieces of no length", "Transfer-Encoding: chunked\r\n\r\nzz\r\nOnly this\r\n"],
    ["with two lengths", "Content-Length: 9\r\nContent-Length: 4\r\n\r\nOnly this"],
    ["with a length and pieces", "Content-Length: 9\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"],
    ["compressed, but not really", "Content-Encoding: gzip\r\n\r\nOnly this"],
    ["compressed, but not really", "Content-Encoding: br\r\n\r\nOnly this"],
    ["compressed, but not really", "Content-Encoding: zstd\r\n\r\nOnly this"],
    ["compressed, but not really", "Content-Encoding: deflate\r\n\r\nOnly this"],
  ])("%s", async (_, rest) => {
    await using server = await serveRaw((socket) => socket.end(`HTTP/1.1 200 OK\r\n${rest}`));
    await expect(open(server)).rejects.toMatchObject({ reason: "fetch_unreachable", field: "url" });
  });

  test("compressed, and cut off", async () => {
    const half = gzipSync(ARTICLE).subarray(0, 60);
    await using server = await serveHttp(answer(half, { "content-encoding": "gzip" }));
    await expect(open(server)).rejects.toMatchObject({ reason: "fetch_unreachable" });
  });
});

test.each(["compress", "gzip, gzip", "aws-chunked"])(
  "nothing is guessed of a body that is %s",
  async (coding) => {
    await using server = await serveHttp(answer(Buffer.from("…"), { "content-encoding": coding }));
    await expect(open(server)).rejects.toMatchObject({ reason: "fetch_wrong_type" });
  },
);

test("zstd may not ask for more memory than a browser gives", async () => {
  // A frame whose header asks for a window of 128 MB (RFC 8878, 3.1.1.1.2), with one empty last block.
  const frame = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x88, 0x01, 0x00, 0x00]);
  await using server = await serveHttp(answer(frame, { "content-encoding": "zstd" }));
  await expect(open(server)).rejects.toMatchObject({ reason: "fetch_unreachable" });
});

function textOf(document: Awaited<ReturnType<typeof open>>): string {
  if (document.kind !== "document") throw new Error("no document");
  return new TextDecoder().decode(document.bytes);
}
