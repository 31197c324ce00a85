import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { pour, serveHttp, serveRaw } from "#lib/testing/loopback-server.ts";
import { type PostRequest, postText } from "./post-text.ts";

type Place = { origin: string; entry: string };

const post = ({ origin, entry }: Place, more: Partial<PostRequest> = {}) =>
  postText({
    ...{ url: `${origin}/hook?key=1`, body: "{}", contentType: "application/json", allowedHosts: [entry] },
    ...more,
  });

/** A receiver that answers with a status, and what it was sent. */
async function receiver(status: number, headers: Record<string, string> = {}) {
  const sent: { method?: string | undefined; path?: string | undefined; body: string; type?: string }[] = [];
  const server = await serveHttp(async (request, response) => {
    const { method, url: path, headers: said } = request;
    sent.push({ method, path, body: await text(request), type: `${said["content-type"]} ${said["x-own"]}` });
    response.writeHead(status, headers).end("An answer");
  });
  return { ...server, sent, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

test("arrives as it is, by POST, with its type and the headers that go with it", async () => {
  await using server = await receiver(202);
  const body = '{"words":"Ünïcode 漢字 🗞"}';
  expect(await post(server, { body, headers: { "x-own": "yes" } })).toEqual({ status: 202 });
  expect(server.sent).toEqual([{ method: "POST", path: "/hook?key=1", body, type: "application/json yes" }]);
});

test.each([301, 307, 308, 400, 404, 500, 503])("is refused with a status of %i", async (status) => {
  await using server = await receiver(status, { location: "/elsewhere" });
  await expect(post(server)).rejects.toMatchObject({ reason: "fetch_status", values: { status } });
  expect(server.sent).toHaveLength(1);
});

test("does not wait for what is answered", async () => {
  await using server = await serveRaw((socket) => {
    socket.write("HTTP/1.1 200 OK\r\n\r\n");
    pour(socket, "x".repeat(65_536));
  });
  const hungUp = server.hungUp();
  expect(await post(server)).toEqual({ status: 200 });
  await hungUp;
});

test("is given up when nobody answers, and hangs up", async () => {
  await using server = await serveRaw(() => {});
  const hungUp = server.hungUp();
  await expect(post(server, { timeoutMs: 150 })).rejects.toMatchObject({ reason: "fetch_timeout" });
  await hungUp;
});

test("goes nowhere inside that was not allowed, whatever name leads there", async () => {
  await using server = await receiver(200);
  const refused = { reason: "fetch_unreachable" };
  await expect(post(server, { allowedHosts: [] })).rejects.toMatchObject(refused);
  const inside = postText(
    { url: `http://hooks.example:${server.port}/`, body: "{}", contentType: "application/json" },
    async () => ["127.0.0.1"],
  );
  await expect(inside).rejects.toMatchObject(refused);
  await expect(post(server, { url: "file:///etc/passwd" })).rejects.toMatchObject(refused);
  expect(server.connections()).toBe(0);
});

test("cannot smuggle a header in by its type", async () => {
  await using server = await receiver(200);
  await expect(post(server, { contentType: "text/plain\r\nX-Own: yes" })).rejects.toThrow();
  expect(server.sent).toEqual([]);
});
