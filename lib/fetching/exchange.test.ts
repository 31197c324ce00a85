import { describe, expect, onTestFinished, test, vi } from "vitest";
import { pour, serveHttp, serveRaw } from "#lib/testing/loopback-server.ts";
import { type FetchRequest, fetchDocument } from "./fetch-document.ts";

const OK = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n";

describe("a server", () => {
  const open = (server: { origin: string; entry: string }, more: Partial<FetchRequest> = {}) =>
    fetchDocument({ url: server.origin, accept: ["text/html"], allowedHosts: [server.entry], ...more });
  const tooSlow = { reason: "fetch_timeout", values: { seconds: 0.15 }, field: "url" };

  test.each([
    ["that never answers", ""],
    ["that sends half a header", "HTTP/1.1 200 OK\r\nX-Slow: "],
    ["that stops in the middle of the body", `${OK}<p>Half`],
  ])("%s is given up, and hung up on", async (_, said) => {
    await using server = await serveRaw((socket) => socket.write(said));
    const hungUp = server.hungUp();
    await expect(open(server, { timeoutMs: 150 })).rejects.toMatchObject(tooSlow);
    await hungUp;
  });

  test("that has not begun to answer after ten seconds is given up", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    onTestFinished(() => void vi.useRealTimers());
    await using server = await serveRaw(() => vi.advanceTimersByTime(10_000));
    await expect(open(server)).rejects.toMatchObject({ reason: "fetch_timeout", values: { seconds: 10 } });
  });

  test("that drips is given up when the whole time is over, however often it sends", async () => {
    await using server = await serveRaw((socket) => {
      socket.write(OK);
      const drip = setInterval(() => socket.write("."), 5);
      socket.on("close", () => clearInterval(drip));
    });
    await expect(open(server, { timeoutMs: 150 })).rejects.toMatchObject(tooSlow);
  });

  test("that drips holds nobody else up", async () => {
    const finish = Promise.withResolvers<void>();
    await using slow = await serveRaw((socket) => {
      socket.write(`${OK}<p>First`);
      void finish.promise.then(() => socket.end(", last"));
    });
    await using quick = await serveHttp((_, response) => response.end("Quick"));
    const waiting = open(slow);
    expect(await open(quick)).toMatchObject({ kind: "document" });
    finish.resolve();
    expect(await waiting).toMatchObject({ bytes: new TextEncoder().encode("<p>First, last") });
  });

  test("whose redirects each take a while has one time for all of them", async () => {
    await using server = await serveRaw((socket) => {
      const answer = () => socket.end("HTTP/1.1 302 Found\r\nLocation: /\r\n\r\n");
      const wait = setTimeout(answer, 60);
      socket.on("close", () => clearTimeout(wait));
    });
    await expect(open(server, { timeoutMs: 150 })).rejects.toMatchObject(tooSlow);
  });

  test.each([
    ["hangs up", ""],
    ["hangs up in the header", "HTTP/1.1 200 OK\r\nX-Half"],
    ["speaks something else", "SSH-2.0-OpenSSH_9.9\r\n"],
    ["changes the protocol", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n"],
    ["has a header too long", `HTTP/1.1 200 OK\r\nX-Long: ${"x".repeat(40_000)}\r\n\r\nYes`],
    ["has too many headers", `HTTP/1.1 200 OK\r\n${"X-More: 1\r\n".repeat(4_000)}\r\nYes`],
    ["hints too often", `${"HTTP/1.1 103 Early Hints\r\n\r\n".repeat(1_000)}${OK}Yes`],
    ["has a broken header", "HTTP/1.1 200 OK\r\nNo colon\r\n\r\n"],
  ])("that %s is unreachable", async (_, said) => {
    await using server = await serveRaw((socket) => socket.end(said));
    await expect(open(server)).rejects.toMatchObject({
      reason: "fetch_unreachable",
      values: {},
      field: "url",
    });
  });

  test.each([
    ["header", "HTTP/1.1 200 OK\r\nX-Long: "],
    ["header lines", "HTTP/1.1 200 OK\r\n"],
    ["hints", ""],
  ])("with endless %s is hung up on at once", async (kind, start) => {
    const more = { header: "x", "header lines": "X-More: 1\r\n", hints: "HTTP/1.1 103 Early Hints\r\n\r\n" };
    await using server = await serveRaw((socket) => {
      socket.write(start);
      pour(socket, (more[kind as keyof typeof more] ?? "").repeat(1_000));
    });
    const hungUp = server.hungUp();
    await expect(open(server)).rejects.toMatchObject({ reason: "fetch_unreachable" });
    await hungUp;
  });

  test("that hints first answers all the same", async () => {
    await using server = await serveRaw((socket) => socket.end(`HTTP/1.1 103 Early Hints\r\n\r\n${OK}Yes`));
    expect(await open(server)).toMatchObject({ kind: "document" });
  });

  test("where nobody listens is unreachable", async () => {
    const server = await serveHttp(() => {});
    await server[Symbol.asyncDispose]();
    await expect(open(server)).rejects.toMatchObject({
      reason: "fetch_unreachable",
      values: {},
      field: "url",
    });
  });

  test("is hung up on when the caller no longer wants the page", async () => {
    const caller = new AbortController();
    await using server = await serveRaw((socket) => {
      socket.write(OK);
      caller.abort(new Error("Changed my mind"));
    });
    const hungUp = server.hungUp();
    await expect(open(server, { signal: caller.signal })).rejects.toThrow("Changed my mind");
    await hungUp;
  });

  test("is not even called when the caller no longer wants the page before", async () => {
    await using server = await serveRaw((socket) => socket.end(OK));
    await expect(open(server, { signal: AbortSignal.abort(new Error("Never mind")) })).rejects.toThrow(
      "Never mind",
    );
    expect(server.connections()).toBe(0);
  });
});

test("no proxy of the environment is used, nor a connection of before", async () => {
  await using proxy = await serveHttp((_, response) => response.end("Proxied"));
  for (const name of ["HTTP_PROXY", "http_proxy", "ALL_PROXY"]) vi.stubEnv(name, proxy.origin);
  vi.stubEnv("NODE_USE_ENV_PROXY", "1");
  await using server = await serveHttp((_, response) => response.end("Yes"));
  const request = { url: server.origin, allowedHosts: [server.entry], accept: ["text/html"] };
  await fetchDocument(request);
  await fetchDocument(request);
  expect(server.connections()).toBe(2);
  expect(proxy.connections()).toBe(0);
});
