import { once } from "node:events";
import { request as ask, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sealSessionId, sessionCookie } from "./cookie.ts";
import { limitBody, MOST_FROM_ANYBODY } from "./large-bodies.ts";

/** Answers with how much of a body it was given. */
const server = createServer(async (request, response) => {
  if (!(await limitBody(request))) {
    response.writeHead(413, { Connection: "close" }).end(() => request.destroy());
    return;
  }
  try {
    let length = 0;
    for await (const chunk of request) length += chunk.length;
    response.end(String(length));
  } catch {
    wasCut = true;
    response.destroy();
  }
});
let wasCut = false;

beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** What is answered to a body of this many bytes; null: the connection ended without an answer. */
async function send(bytes: number, { cookie = "", isChunked = false } = {}): Promise<string | null> {
  const headers = {
    ...(cookie !== "" && { cookie }),
    ...(isChunked ? { "transfer-encoding": "chunked" } : { "content-length": bytes }),
  };
  const { port } = server.address() as AddressInfo;
  const { promise, resolve } = Promise.withResolvers<string | null>();
  const sent = ask({ port, method: "POST", headers }, async (response) => {
    let text = "";
    for await (const chunk of response) text += chunk;
    resolve(response.statusCode === 200 ? text : String(response.statusCode));
  });
  sent.on("error", () => resolve(null));
  const piece = Buffer.alloc(65_536);
  for (let left = bytes; left > 0; left -= piece.length) sent.write(piece.subarray(0, left));
  sent.end();
  return promise;
}

const mine = (token: string) => `theme=dark; ${sessionCookie().name}=${token}`;
const LARGE = MOST_FROM_ANYBODY + 1;

describe("whoever is not signed in", () => {
  test.each(["", "theme=dark; lang", mine("made up")])(
    "with cookies %j sends no large body",
    async (cookie) => {
      expect(await send(LARGE, { cookie })).toBe("413");
      expect(await send(MOST_FROM_ANYBODY, { cookie })).toBe(String(MOST_FROM_ANYBODY));
    },
  );

  test("is cut off where a body of unknown length becomes too large, and else understood", async () => {
    expect(await send(200_000, { isChunked: true })).toBe("200000");
    wasCut = false;
    expect(await send(20 * LARGE, { isChunked: true })).toBeNull();
    expect(wasCut).toBe(true);
  });
});

test("a member's browser may send a file", async () => {
  const cookie = mine(await sealSessionId("019c0000-0000-7000-8000-000000000000"));
  for (const isChunked of [false, true]) expect(await send(LARGE, { cookie, isChunked })).toBe(String(LARGE));
});
