import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { Asked } from "./asked.ts";

/** What a server that waits for the end of the body says to a request without a body and without its length. */
async function answerTo(method: string): Promise<string> {
  const options = { IncomingMessage: Asked, optimizeEmptyRequests: true };
  const server = createServer(options, (request, response) => {
    if (request.readableEnded) response.end("ended before");
    else request.resume().once("end", () => response.end("ended"));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const socket = connect(port, "127.0.0.1");
  socket.write(`${method} / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
  const answer = await text(socket);
  server.close();
  return answer.split("\r\n\r\n")[1] ?? "";
}

test.each(["POST", "PUT", "PATCH", "DELETE", "OPTIONS"])(
  "a %s without a body ends for who waits for it",
  async (method) => {
    expect(await answerTo(method)).toMatch(/^(?:5\r\n)?ended(?:\r\n|$)/);
  },
);

test("what is read has ended before", async () => {
  expect(await answerTo("GET")).toContain("ended before");
});
