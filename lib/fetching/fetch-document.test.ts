import type { IncomingHttpHeaders } from "node:http";
import { describe, expect, test } from "vitest";
import { serveHttp, serveRaw } from "#lib/testing/loopback-server.ts";
import { type FetchRequest, fetchDocument } from "./fetch-document.ts";

const HTML = { accept: ["text/html", "application/xhtml+xml"] };
const NOW = new Date("2026-03-04T05:06:07Z");

type Page = { status?: number; headers?: Record<string, string>; body?: string };

/** A site of pages by path, and what it was asked. Any other path is `otherwise`. */
async function site(pages: Record<string, Page>, otherwise: Page = { status: 404, body: "Not here" }) {
  const asked: { path: string; headers: IncomingHttpHeaders }[] = [];
  const server = await serveHttp(({ url: path = "", headers }, response) => {
    asked.push({ path, headers });
    const page = pages[path] ?? otherwise;
    response.writeHead(page.status ?? 200, { "content-type": "text/html", ...page.headers });
    response.end(page.body ?? "");
  });
  const open = (path: string, more: Partial<FetchRequest> = {}) =>
    fetchDocument({
      url: `${server.origin}${path}`,
      allowedHosts: [server.entry],
      now: NOW,
      ...HTML,
      ...more,
    });
  return { ...server, asked, open, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

function movedTo(location: string, status = 302): Page {
  return { status, headers: { location }, body: "Over there" };
}

describe("a page", () => {
  test("is answered with where it was, what it is and its validators", async () => {
    const headers = {
      "content-type": 'Text/HTML; charset="windows-1252"',
      etag: 'W/"7"',
      "last-modified": "Tue, 03 Mar 2026 10:00:00 GMT",
    };
    await using news = await site({ "/a?b=c": { headers, body: "<p>Yes" } });
    expect(await news.open("/a?b=c#:~:text=Yes")).toEqual({
      kind: "document",
      url: `${news.origin}/a?b=c#:~:text=Yes`,
      permanentUrl: `${news.origin}/a?b=c#:~:text=Yes`,
      contentType: 'Text/HTML; charset="windows-1252"',
      bytes: new TextEncoder().encode("<p>Yes"),
      etag: 'W/"7"',
      lastModified: "Tue, 03 Mar 2026 10:00:00 GMT",
      fetchedAt: NOW,
    });
  });

  test("without a type is taken: the bytes must tell", async () => {
    await using server = await serveRaw((socket) => socket.end("HTTP/1.1 200 OK\r\n\r\n<p>Yes"));
    const document = await fetchDocument({ url: server.origin, allowedHosts: [server.entry], ...HTML });
    expect(document).toMatchObject({ contentType: null, etag: null, lastModified: null });
  });

  test("is asked for with an honest name, and with nothing that tells who reads", async () => {
    await using news = await site({ "/": {} });
    await news.open("/");
    expect(news.asked[0]?.headers).toEqual({
      accept: "text/html, application/xhtml+xml",
      "accept-encoding": "gzip, deflate, br, zstd",
      "user-agent": "Proofmark/0.1 (+http://localhost:3000/)",
      host: news.entry,
      connection: "close",
    });
  });

  test("of another type is refused before its body comes", async () => {
    await using server = await serveRaw((socket) =>
      socket.write("HTTP/1.1 200 OK\r\nContent-Type: Video/MP4; x=1\r\nContent-Length: 5\r\n\r\n"),
    );
    const opening = fetchDocument({ url: server.origin, allowedHosts: [server.entry], ...HTML });
    await expect(opening).rejects.toMatchObject({
      reason: "fetch_wrong_type",
      values: { type: "video/mp4" },
      field: "url",
    });
  });

  test("whose type is no type is refused without repeating it", async () => {
    await using news = await site({ "/": { headers: { "content-type": "<b>Call 555-0100 now</b>" } } });
    await expect(news.open("/")).rejects.toMatchObject({ reason: "fetch_wrong_type", values: { type: "?" } });
  });

  test.each([400, 401, 403, 404, 410, 429, 451, 500, 503, 300, 304])(
    "with status %i says so",
    async (status) => {
      await using news = await site({ "/": { status, body: status === 304 ? "" : "x".repeat(100_000) } });
      await expect(news.open("/")).rejects.toMatchObject({
        reason: "fetch_status",
        values: { status },
        field: "url",
      });
    },
  );
});

describe("a page we have", () => {
  test("is not sent again when nothing changed", async () => {
    await using news = await site({ "/": { status: 304 } });
    const opening = news.open("/", { etag: '"7"', lastModified: "Tue, 03 Mar 2026 10:00:00 GMT" });
    expect(await opening).toEqual({
      kind: "not_modified",
      url: `${news.origin}/`,
      permanentUrl: `${news.origin}/`,
      fetchedAt: NOW,
    });
    expect(news.asked[0]?.headers).toMatchObject({
      "if-none-match": '"7"',
      "if-modified-since": "Tue, 03 Mar 2026 10:00:00 GMT",
    });
  });

  test("is sent when it changed", async () => {
    await using news = await site({ "/": { body: "New" } });
    expect(await news.open("/", { etag: '"7"' })).toMatchObject({ kind: "document" });
  });

  test("cannot smuggle a header in", async () => {
    await using news = await site({ "/": {} });
    await expect(news.open("/", { etag: '"7"\r\nX-Evil: 1' })).rejects.toMatchObject({
      reason: "fetch_unreachable",
    });
    expect(news.asked).toEqual([]);
  });
});

describe("a redirect", () => {
  test.each([301, 302, 303, 307, 308])(
    "with status %i is followed, however its address is written",
    async (status) => {
      await using news = await site({
        "/a/1": movedTo("2?x", status),
        "/a/2?x": movedTo("../b", status),
        "/b": { body: "Here" },
      });
      expect(await news.open("/a/1")).toMatchObject({ url: `${news.origin}/b` });
    },
  );

  test.each([
    ["for good all the way", [301, 308], "/2"],
    ["for good, then for now", [308, 302], "/1"],
    ["for now, then for good", [307, 301], "/0"],
    ["for now", [303, 302], "/0"],
  ])("%s says where the page is for good", async (_, [first, second], path) => {
    await using news = await site({
      "/0": movedTo("/1", first),
      "/1": movedTo("/2", second),
      "/2": { body: "Here" },
    });
    expect(await news.open("/0")).toMatchObject({
      url: `${news.origin}/2`,
      permanentUrl: `${news.origin}${path}`,
    });
  });

  test("in UTF-8, as servers send it, is read as such", async () => {
    await using news = await site({
      "/": movedTo(Buffer.from("/größe").toString("latin1")),
      "/gr%C3%B6%C3%9Fe": {},
    });
    expect(await news.open("/")).toMatchObject({ url: `${news.origin}/gr%C3%B6%C3%9Fe` });
  });

  test("is followed five times and no more", async () => {
    const chain = (length: number) =>
      Object.fromEntries(Array.from({ length }, (_, at) => [`/${at}`, movedTo(`/${at + 1}`)]));
    await using five = await site({ ...chain(5), "/5": { body: "Here" } });
    expect(await five.open("/0")).toMatchObject({ url: `${five.origin}/5` });
    await using six = await site({ ...chain(6), "/6": { body: "Here" } });
    await expect(six.open("/0")).rejects.toMatchObject({ reason: "fetch_too_many_redirects", field: "url" });
    expect(six.asked).toHaveLength(6);
  });

  test("in a circle ends", async () => {
    await using news = await site({ "/": movedTo("/") });
    await expect(news.open("/")).rejects.toMatchObject({ reason: "fetch_too_many_redirects" });
  });

  test("to nowhere is a status", async () => {
    await using news = await site({ "/": { status: 302 } });
    await expect(news.open("/")).rejects.toMatchObject({ reason: "fetch_status", values: { status: 302 } });
  });

  test("keeps no cookie", async () => {
    const first = movedTo("/b");
    await using news = await site({
      "/": { ...first, headers: { ...first.headers, "set-cookie": "id=1" } },
      "/b": {},
    });
    await news.open("/");
    expect(news.asked[1]?.headers.cookie).toBeUndefined();
  });

  test("to another host on this network is refused, and nobody there hears of it", async () => {
    await using inside = await site({}, { body: "Secret" });
    for (const location of [inside.origin, `//${inside.entry}/`, `http://localhost:${inside.port}/`]) {
      await using news = await site({ "/": movedTo(location) });
      await expect(news.open("/")).rejects.toMatchObject({ reason: "fetch_unreachable" });
    }
    expect(inside.connections()).toBe(0);
  });

  test("to another listed host is followed", async () => {
    await using other = await site({}, { body: "Here" });
    await using news = await site({ "/": movedTo(other.origin) });
    const opening = news.open("/", { allowedHosts: [news.entry, other.entry] });
    expect(await opening).toMatchObject({ url: `${other.origin}/` });
  });

  test.each([
    "file:///etc/passwd",
    "gopher://127.0.0.1:6379/_FLUSHALL",
    "data:text/html,Hello",
    "ftp://127.0.0.1/",
    "javascript:alert(1)",
    "http://user:pass@127.0.0.1/",
    "http://[::1",
    "http://169.254.169.254/latest/meta-data/",
  ])("to %s is refused", async (location) => {
    await using news = await site({ "/": movedTo(location) });
    await expect(news.open("/")).rejects.toMatchObject({ reason: "fetch_unreachable", field: "url" });
  });
});
