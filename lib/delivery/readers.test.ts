import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterEach, describe, expect, test, vi } from "vitest";
import { serveReaders } from "./readers.ts";

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

const HTML = '<h1>Claims</h1><script>track()</script><script type="application/ld+json">{}</script>';
const READ = '<h1>Claims</h1><script type="application/ld+json">{}</script>';

/** A site whose pages are `pages`, on a port of its own. */
async function site(pages: RequestListener, isListening: () => boolean = () => true) {
  const readers = serveReaders({ pages, publicUrl: "http://readers.example", isListening });
  const server = createServer((request, response) => {
    if (readers.answerKept(request, response) || readers.answer(request, response)) return;
    response.writeHead(418).end("not a reader's page");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  closing.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  const get = (path: string, init: RequestInit = {}) => fetch(`http://127.0.0.1:${port}${path}`, init);
  return { readers, get, port };
}

function page(body = HTML, status = 200) {
  return vi.fn<RequestListener>((_, response) => {
    response.writeHead(status, {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "private, no-store",
      vary: "rsc",
    });
    response.end(body);
  });
}

test("readers get the page without its scripts, made once", async () => {
  const pages = page();
  const { get } = await site(pages);
  const answers = await Promise.all([get("/claims"), get("/claims?utm_source=x"), get("/claims")]);
  for (const answer of answers) expect(await answer.text()).toBe(READ);
  expect(pages).toHaveBeenCalledOnce();
  const { headers } = answers[0];
  expect(headers.get("content-security-policy")).toMatch(/^default-src 'none'/);
  expect(headers.get("cache-control")).toBe("public, max-age=0, must-revalidate");
  expect(headers.get("vary")).toBe("Accept-Encoding");
});

test("a picture goes out as it is, in whatever encodings one reads, and is drawn once", async () => {
  const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0xff, 0x80, 0x0a]);
  const pages = vi.fn<RequestListener>((_, response) => {
    response.writeHead(200, { "content-type": "image/png" }).end(png);
  });
  const { get, readers } = await site(pages);
  for (const encoding of ["br", "gzip", "identity"]) {
    const answer = await get("/claims/a/image.png?v=1", { headers: { "accept-encoding": encoding } });
    expect(answer.headers.get("content-encoding")).toBeNull();
    expect(answer.headers.get("content-type")).toBe("image/png");
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(png);
  }
  expect(pages).toHaveBeenCalledOnce();
  readers.drop(["claim:a"]);
  await get("/claims/a/image.png");
  expect(pages).toHaveBeenCalledTimes(2);
});

test("a card may be framed by anybody and has its script, in every language; nothing else may", async () => {
  const { get } = await site(page());
  const policyOf = async (path: string) => (await get(path)).headers.get("content-security-policy");
  for (const path of ["/embed/claims/a", "/embed/claims/a?theme=dark", "/de/embed/claims/a"]) {
    expect(await policyOf(path), path).toMatch(/script-src 'self'.*frame-ancestors \*/);
  }
  for (const path of ["/claims/a", "/de/claims/a", "/claims/embed"]) {
    expect(await policyOf(path), path).toMatch(/^(?!.*script-src).*frame-ancestors 'none'/);
  }
});

test("the page of a record may run the file that checks it, in every language; no other may", async () => {
  const { get } = await site(page());
  const policyOf = async (path: string) => (await get(path)).headers.get("content-security-policy");
  for (const path of ["/claims/a/record", "/de/claims/a/record"]) {
    expect(await policyOf(path), path).toMatch(
      /^default-src 'none';.*; script-src http:\/\/readers\.example\/embed\/record\.js; connect-src 'self'$/,
    );
  }
  for (const path of ["/claims/a", "/claims/record", "/claims/a/record.json", "/claims/a/report"]) {
    expect(await policyOf(path), path).not.toMatch(/script-src|connect-src/);
  }
});

test("each encoding is the same page under its own tag, and who has it is told so", async () => {
  const { get } = await site(page());
  const tags = new Set<string>();
  for (const encoding of ["br", "gzip", "identity"] as const) {
    const asked = { "accept-encoding": encoding };
    const answer = await get("/claims", { headers: asked });
    const etag = answer.headers.get("etag") ?? "";
    tags.add(etag);
    expect(answer.headers.get("content-encoding")).toBe(encoding === "identity" ? null : encoding);
    // Unpacked by fetch.
    expect(await answer.text()).toBe(READ);
    const again = await get("/claims", { headers: { ...asked, "if-none-match": etag } });
    expect(again.status).toBe(304);
    expect(again.headers.get("etag")).toBe(etag);
    expect(again.headers.get("content-length")).toBeNull();
  }
  expect(tags.size).toBe(3);
});

/** A page of these bodies, one for each time it is drawn; the last one again and again. */
const drawing = (...bodies: string[]): RequestListener => {
  let drawn = 0;
  return (_, response) => {
    response.writeHead(200, { "content-type": "text/html" }).end(bodies[Math.min(drawn, bodies.length - 1)]);
    drawn += 1;
  };
};

const NOON = Date.parse("2026-03-01T12:00:00Z");
const second = (count: number) => new Date(NOON + count * 1_000).toUTCString();

describe("the day of a page", () => {
  const at = (seconds: number) => vi.spyOn(Date, "now").mockReturnValue(NOON + seconds * 1_000);
  afterEach(() => vi.restoreAllMocks());

  test("is the first whole second by which it was so, and said from then on", async () => {
    at(0.2);
    const { get } = await site(drawing("one"));
    expect((await get("/claims")).headers.get("last-modified")).toBeNull();
    at(1);
    const answer = await get("/claims");
    expect(answer.headers.get("last-modified")).toBe(second(1));
    const again = await get("/claims", { headers: { "if-modified-since": second(1) } });
    expect([again.status, again.headers.get("last-modified")]).toEqual([304, second(1)]);
    expect((await get("/claims", { headers: { "if-modified-since": second(0) } })).status).toBe(200);
    // Nobody can have it from a day that is still to come.
    expect((await get("/claims", { headers: { "if-modified-since": second(9) } })).status).toBe(200);
  });

  test("says nothing where the tag is sent too", async () => {
    at(0);
    const { get } = await site(drawing("one"));
    const etag = (await get("/claims")).headers.get("etag") ?? "";
    at(5);
    const asked = (tag: string, since: string) =>
      get("/claims", { headers: { "if-none-match": tag, "if-modified-since": since } });
    expect((await asked('"other"', second(4))).status).toBe(200);
    expect((await asked(etag, second(-9))).status).toBe(304);
  });

  test("is another after a change, within the same second too", async () => {
    at(0.2);
    const { get, readers } = await site(drawing("one", "two"));
    await get("/claims/a");
    at(1.1);
    const since = (await get("/claims/a")).headers.get("last-modified") ?? "";
    expect(since).toBe(second(1));
    at(1.3);
    readers.drop(["claim:a"]);
    at(1.5);
    const after = await get("/claims/a", { headers: { "if-modified-since": since } });
    expect([after.status, await after.text()]).toEqual([200, "two"]);
  });

  test("is not said of what is not there", async () => {
    at(0);
    const { get } = await site(page("<p>Nothing here</p>", 404));
    await get("/claims/nothing");
    at(5);
    expect((await get("/claims/nothing")).headers.get("last-modified")).toBeNull();
  });

  test("is what a file says of itself", async () => {
    at(5);
    const { get } = await site((_, response) => {
      response.writeHead(200, { "content-type": "application/json", "last-modified": second(-60) }).end("{}");
    });
    expect((await get("/feed.json")).headers.get("last-modified")).toBe(second(-60));
    const of = (since: string) => get("/feed.json", { headers: { "if-modified-since": since } });
    expect([(await of(second(-60))).status, (await of(second(-61))).status]).toEqual([304, 200]);
  });
});

test.each(["/embed/claims/a", "/fr/embed/claims/a?theme=dark"])("anybody may frame %s", async (card) => {
  const { get } = await site(page());
  expect((await get(card)).headers.get("content-security-policy")).toMatch(/frame-ancestors \*$/);
});

test("what has no success is told again, whatever who asks has", async () => {
  const { get } = await site(page("<p>Nothing here</p>", 404));
  const etag = (await get("/claims/nothing")).headers.get("etag") ?? "";
  for (const asked of ["*", etag]) {
    expect((await get("/claims/nothing", { headers: { "if-none-match": asked } })).status).toBe(404);
  }
});

test("a HEAD tells what a GET would bring", async () => {
  const { get } = await site(page());
  const head = await get("/claims", { method: "HEAD", headers: { "accept-encoding": "identity" } });
  expect(head.headers.get("content-length")).toBe(String(READ.length));
  expect(await head.text()).toBe("");
});

test("nothing of who asks gets to the page", async () => {
  const seen = vi.fn();
  const { get } = await site((request, response) => {
    seen(request.headers);
    response.end("x");
  });
  await get("/claims", {
    headers: { cookie: "session=mine", authorization: "Bearer mine", "x-forwarded-host": "evil.example" },
  });
  expect(seen.mock.calls[0]?.[0]).toMatchObject({ host: "readers.example" });
  expect(JSON.stringify(seen.mock.calls)).not.toMatch(/mine|evil/);
});

test("a page that sets a cookie is for one person: nobody else is given it", async () => {
  const pages = vi.fn<RequestListener>((_, response) => {
    response.setHeader("set-cookie", "session=1");
    response.end("x");
  });
  const { get } = await site(pages);
  expect((await get("/claims")).headers.get("set-cookie")).toBeNull();
});

test.each([
  ["/desk", {}],
  ["/claims", { method: "POST" }],
  ["/claims", { headers: { rsc: "1" } }],
])("%s %o is somebody else's to answer", async (path, init) => {
  const { get } = await site(page());
  expect((await get(path, init)).status).toBe(418);
});

test("a change is there for the next who asks", async () => {
  let words = "old";
  const { readers, get } = await site((_, response) => response.end(words));
  expect(await (await get("/claims/a")).text()).toBe("old");
  words = "new";
  expect(await (await get("/claims/a")).text()).toBe("old");
  readers.drop(["claim:a"]);
  expect(await (await get("/claims/a")).text()).toBe("new");
});

test.each([
  ["/claims.csv", "OPTIONS", 204, "GET, HEAD, OPTIONS"],
  ["/fr/claims/a", "DELETE", 405, "GET, HEAD, OPTIONS"],
  ["/send", "PUT", 405, "GET, HEAD, OPTIONS, POST"],
])("%s says to %s what can be done with it", async (path, method, status, allow) => {
  const pages = page();
  const { get } = await site(pages);
  const answer = await get(path, { method });
  expect([answer.status, answer.headers.get("allow")]).toEqual([status, allow]);
  expect(pages).not.toHaveBeenCalled();
  expect((await get("/desk", { method })).status).toBe(418);
});

test.each([`/claims?q=${"x".repeat(3_000)}`, `/de/claims/${"x".repeat(3_000)}`])(
  "an address that is too long leads nowhere, like any other, and the page of that is made once",
  async (path) => {
    const pages = page("<p>Nothing here<script>x()</script></p>", 404);
    const { get } = await site(pages);
    for (const _ of [1, 2]) {
      const answer = await get(path);
      expect([answer.status, await answer.text()]).toEqual([404, "<p>Nothing here</p>"]);
    }
    expect(pages.mock.calls.every(([{ url }]) => url?.endsWith("/nowhere"))).toBe(true);
    expect((await get(`/desk?q=${"x".repeat(3_000)}`)).status).toBe(418);
  },
);

test("while changes are not heard of, every reader gets the page as it is now", async () => {
  let heard = true;
  let count = 0;
  const pages: RequestListener = (_, response) => {
    count += 1;
    response.end(String(count));
  };
  const { get } = await site(pages, () => heard);
  const read = async () => (await get("/claims")).text();
  expect([await read(), await read()]).toEqual(["1", "1"]);
  heard = false;
  expect([await read(), await read()]).toEqual(["2", "3"]);
});

test("what is not there is said by the page of nowhere, with its status", async () => {
  const { get } = await site((request, response) => {
    response.statusCode = 404;
    response.setHeader("content-type", "text/html");
    response.end(request.url === "/nowhere" ? "<p>Nothing here</p>" : "<html id=__next_error__></html>");
  });
  const answer = await get("/claims/nothing");
  expect(answer.status).toBe(404);
  expect(await answer.text()).toBe("<p>Nothing here</p>");
});

describe("a form", () => {
  const FORM = "/claims/a/report";
  const ORIGIN = { origin: "http://readers.example" };
  const sent = (text = "It is not so.") => {
    const body = new FormData();
    body.set("report", text);
    return body;
  };
  const post = (headers: Record<string, string>, body: RequestInit["body"] = sent()) =>
    ({ method: "POST", headers, body, redirect: "manual" }) as const;

  /** Answers with what it was given. */
  const echo = () =>
    vi.fn<RequestListener>(async (request, response) => {
      const parts: Buffer[] = [];
      for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
      response.setHeader("content-type", "text/html");
      response.setHeader("set-cookie", "session=1");
      response.end(
        `${request.method} ${request.url} ${JSON.stringify(request.headers)}<script>x()</script>${Buffer.concat(parts)}`,
      );
    });

  test("reaches its page with nothing of who sends it but where from, and its answer is kept nowhere", async () => {
    const pages = echo();
    const { get } = await site(pages);
    const more = { cookie: "session=mine", authorization: "Bearer mine", "x-client-address": "192.0.2.1" };
    const answers = [await get(FORM, post({ ...ORIGIN, ...more })), await get(FORM, post(ORIGIN))];
    expect(pages).toHaveBeenCalledTimes(2);
    const [answer] = answers;
    const body = (await answer?.text()) ?? "";
    expect(body).toMatch(/^POST \/claims\/a\/report /u);
    expect(body).toContain("It is not so.");
    expect(body).toContain("192.0.2.1");
    expect(body).not.toMatch(/mine|<script/u);
    expect(answer?.headers.get("cache-control")).toBe("no-store");
    expect(answer?.headers.get("set-cookie")).toBeNull();
    expect(answer?.headers.get("content-security-policy")).toMatch(/^default-src 'none'/u);
  });

  test("that led on leads its sender on", async () => {
    const { get } = await site((_, response) => response.writeHead(303, { location: "/thanks" }).end());
    const answer = await get(FORM, post(ORIGIN));
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/thanks"]);
  });

  test("that was sent in a language leads its sender on in it", async () => {
    const { get } = await site((_, response) => response.writeHead(303, { location: "/send/thanks" }).end());
    const answer = await get("/fr/send", post(ORIGIN));
    expect(answer.headers.get("location")).toBe("/fr/send/thanks");
  });

  test.each<[string, Record<string, string>]>([
    ["another site", { origin: "https://evil.example" }],
    ["nowhere that is said", {}],
    ["nobody in particular", { origin: "null" }],
    ["another port of this site", { origin: "http://readers.example:81" }],
    ["a browser's extension", { origin: "chrome-extension://readers.example" }],
  ])("from %s is not read", async (_, headers) => {
    const pages = echo();
    const { get } = await site(pages);
    const answer = await get(FORM, post(headers));
    expect(answer.status).toBe(403);
    expect(await answer.text()).toMatch(/^GET \/claims\/a\/report\?problem=elsewhere /u);
  });

  test("that is no form of a page's is not read", async () => {
    const { get } = await site(echo());
    const answer = await get(FORM, post({ ...ORIGIN, "content-type": "text/plain" }, "report=x"));
    expect(answer.status).toBe(403);
  });

  test.each([
    ["says how large it is", sent("x".repeat(10_000_000))],
    ["does not say how large it is", "stream"],
  ] as const)("that is too large and %s is not read", async (_, given) => {
    const pages = echo();
    const { get } = await site(pages);
    const type = { "content-type": "multipart/form-data; boundary=x" };
    const answer =
      given === "stream"
        ? await get(FORM, { ...post({ ...ORIGIN, ...type }, endless(200)), duplex: "half" } as RequestInit)
        : await get(FORM, post(ORIGIN, given));
    expect(answer.status).toBe(413);
    expect(await answer.text()).toMatch(/^GET \/claims\/a\/report\?problem=too_large /u);
    expect(pages).toHaveBeenCalledOnce();
  });

  test.each([
    ["says so", "content-length: 500000000"],
    ["does not say so", "transfer-encoding: chunked"],
  ])("that is very large and %s is answered, and then hung up on", async (_, length) => {
    const { port } = await site(echo());
    const socket = connect(port, "127.0.0.1");
    let taken = 0;
    let said = "";
    socket
      .on("error", () => {})
      .on("data", (bytes) => {
        said += bytes;
      });
    const head = `POST ${FORM} HTTP/1.1\r\nhost: x\r\norigin: http://readers.example\r\n`;
    socket.write(`${head}content-type: multipart/form-data; boundary=x\r\n${length}\r\n\r\n`);
    const piece = "x".repeat(100_000);
    const pour = () => {
      // What the system keeps on its way counts too: it is a few megabytes.
      while (taken < 100_000_000 && !socket.destroyed) {
        taken += piece.length;
        if (!socket.write(length.startsWith("t") ? `186a0\r\n${piece}\r\n` : piece)) return;
      }
    };
    socket.on("drain", pour);
    pour();
    await new Promise((hungUp) => socket.once("close", hungUp));
    expect(said).toMatch(/^HTTP\/1\.1 413 /u);
    expect(taken).toBeLessThan(30_000_000);
  });

  test("is drawn anew after a second, as it says when it was drawn", async () => {
    let count = 0;
    const { get } = await site((_, response) => response.end(String(++count)));
    const read = async () => (await get(FORM)).text();
    expect([await read(), await read()]).toEqual(["1", "1"]);
    await vi.waitFor(async () => expect(await read()).toBe("2"), { timeout: 3_000, interval: 100 });
  });
});

/** So many pieces of 10 kB, without saying how many. */
function endless(pieces: number): ReadableStream<Uint8Array> {
  let sent = 0;
  return new ReadableStream({
    pull(controller) {
      sent += 1;
      if (sent > pieces) controller.close();
      else controller.enqueue(new Uint8Array(10_000));
    },
  });
}

test("a page that fails says so in words, is kept by nobody, and is made anew", async () => {
  let isDown = true;
  const { get } = await site((_, response) => {
    response.writeHead(isDown ? 500 : 200, { "content-type": "text/html", "cache-control": "public" });
    response.end(isDown ? "<script>say()</script>" : "<h1>Claims</h1>");
  });
  const down = await get("/de/claims");
  expect(down.status).toBe(500);
  expect(down.headers.get("cache-control")).toBe("no-store");
  expect(down.headers.get("retry-after")).toBe("60");
  expect(down.headers.get("content-security-policy")).toMatch(/^default-src 'none'/);
  expect(await down.text()).toMatch(/<html lang="de" dir="ltr">.*<h1>Diese Seite kann gerade nicht/s);
  expect(await get("/ar").then((answer) => answer.text())).toContain('dir="rtl"');
  isDown = false;
  expect(await get("/de/claims").then((answer) => answer.text())).toBe("<h1>Claims</h1>");
});

test("a program is told why in what it reads", async () => {
  const { get } = await site((_, response) => {
    response.writeHead(501, { "content-type": "application/problem+json" }).end('{"status":501}');
  });
  const answer = await get("/api/oembed?format=yaml");
  expect([answer.status, answer.headers.get("content-type")]).toEqual([501, "application/problem+json"]);
});

test("a page whose making breaks off is a failure too, and so is a form's", async () => {
  const { get } = await site((_, response) => {
    response.destroy(new Error("broke off"));
  });
  const broken = await get("/claims");
  expect(broken.status).toBe(503);
  expect(await broken.text()).toContain("cannot be shown");
  const sent = await get("/send", {
    method: "POST",
    headers: { origin: "http://readers.example", "content-type": "application/x-www-form-urlencoded" },
    body: "said=x",
  });
  expect(sent.status).toBe(503);
});
