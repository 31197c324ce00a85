import { Socket } from "node:net";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import {
  CERTIFICATE,
  type LoopbackServer,
  serveHttp,
  serveRaw,
  serveTls,
} from "#lib/testing/loopback-server.ts";
import { fetchDocument } from "./fetch-document.ts";

// Name servers are not ours: every answer of theirs is given by the test.

const HTML = { accept: ["text/html"] };
const PUBLIC = "93.184.215.14";

type Dialled = { host?: string; port?: number };

/** Notes every connection this process starts, and lets it end at `server` instead, or nowhere if not `answered`. */
function wiretap(server: LoopbackServer, answered: (to: Dialled) => boolean = () => true): Dialled[] {
  const dialled: Dialled[] = [];
  const connect = Socket.prototype.connect;
  vi.spyOn(Socket.prototype, "connect").mockImplementation(function (this: Socket, ...given: unknown[]) {
    const [options] = given.flat() as [Dialled];
    dialled.push({ host: options.host ?? "", port: options.port ?? 0 });
    if (!answered(options)) return this;
    return Reflect.apply(connect, this, [{ host: "127.0.0.1", port: server.port }]);
  });
  return dialled;
}

describe("a name on the internet", () => {
  test("is looked up once, and the connection goes to that answer and no other", async () => {
    const hosts: (string | undefined)[] = [];
    await using server = await serveHttp(({ headers }, response) => {
      hosts.push(headers.host);
      response.end("Yes");
    });
    const dialled = wiretap(server);
    const answers = [[PUBLIC], ["127.0.0.1"]];
    const lookups: string[] = [];
    const rebinding = async (name: string) => {
      lookups.push(name);
      return answers[lookups.length - 1] ?? [];
    };
    expect(await fetchDocument({ url: "http://News.Example.org./", ...HTML }, rebinding)).toMatchObject({
      url: "http://news.example.org/",
    });
    expect(lookups).toEqual(["news.example.org"]);
    expect(dialled).toEqual([{ host: PUBLIC, port: 80 }]);
    expect(hosts).toEqual(["news.example.org"]);
  });

  test("is looked up again for a redirect, and refused when the answer is private now", async () => {
    await using server = await serveHttp((_, response) => {
      response.writeHead(302, { location: "/again" });
      response.end();
    });
    const dialled = wiretap(server);
    const answers = [[PUBLIC], ["127.0.0.1"]];
    const opening = fetchDocument(
      { url: "http://news.example.org/", ...HTML },
      async () => answers.shift() ?? [],
    );
    await expect(opening).rejects.toMatchObject({ reason: "fetch_unreachable" });
    expect(dialled).toEqual([{ host: PUBLIC, port: 80 }]);
  });

  test("cannot send us on to a listed host of the intranet", async () => {
    await using inside = await serveHttp((_, response) => response.end("Secret"));
    await using server = await serveHttp((_, response) => {
      response.writeHead(302, { location: inside.origin });
      response.end();
    });
    wiretap(server);
    const opening = fetchDocument(
      { url: "http://news.example.org/", allowedHosts: [inside.entry], ...HTML },
      async () => [PUBLIC],
    );
    await expect(opening).rejects.toMatchObject({ reason: "fetch_unreachable" });
    expect(inside.connections()).toBe(0);
  });

  test.each([
    ["one is private", [PUBLIC, "10.0.0.1"]],
    ["one is private in disguise", [PUBLIC, "::ffff:10.0.0.1"]],
    ["the first is loopback", ["::1", PUBLIC]],
    ["one is no address", [PUBLIC, "localhost"]],
    ["one has a zone", ["fe80::1%eth0"]],
    ["there is none", []],
  ])("is refused when of its addresses %s", async (_, addresses) => {
    await using server = await serveHttp((_, response) => response.end());
    const dialled = wiretap(server);
    const opening = fetchDocument({ url: "http://news.example.org/", ...HTML }, async () => addresses);
    await expect(opening).rejects.toMatchObject({ reason: "fetch_unreachable", field: "url" });
    expect(dialled).toEqual([]);
  });

  test("that no name server knows is refused in the same words as one that is private", async () => {
    const unknown = Object.assign(new Error("getaddrinfo ENOTFOUND"), { code: "ENOTFOUND" });
    const tell = async (resolve: () => Promise<string[]>) => {
      const error: unknown = await fetchDocument(
        { url: "https://news.example.org/", ...HTML },
        resolve,
      ).catch((e) => e);
      return { ...(error as object), message: (error as Error).message };
    };
    const words = await tell(() => Promise.reject(unknown));
    expect(words).toEqual({
      message: "fetch_unreachable",
      name: "AppError",
      reason: "fetch_unreachable",
      values: {},
      field: "url",
    });
    expect(await tell(async () => ["10.0.0.1"])).toEqual(words);
  });

  test("that no name server answers for is given up", async () => {
    const opening = fetchDocument(
      { url: "http://news.example.org/", timeoutMs: 50, ...HTML },
      () => new Promise(() => {}),
    );
    await expect(opening).rejects.toMatchObject({ reason: "fetch_timeout" });
  });
});

describe("a listed name", () => {
  test("may be private, and its next address is tried when the first refuses", async () => {
    await using server = await serveHttp((_, response) => response.end("Yes"));
    const url = `http://cms:${server.port}/`;
    const opening = fetchDocument({ url, allowedHosts: [`cms:${server.port}`], ...HTML }, async () => [
      "127.0.0.3",
      "127.0.0.2",
      "127.0.0.1",
    ]);
    expect(await opening).toMatchObject({ kind: "document", url });
  });

  test("has its next address tried when the first says nothing for three seconds", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    onTestFinished(() => void vi.useRealTimers());
    await using server = await serveHttp((_, response) => response.end("Yes"));
    const dialled = wiretap(server, ({ host }) => {
      if (host === "10.0.0.1") queueMicrotask(() => vi.advanceTimersByTime(3_000));
      return host !== "10.0.0.1";
    });
    const opening = fetchDocument({ url: "http://cms/", allowedHosts: ["cms"], ...HTML }, async () => [
      "10.0.0.1",
      "10.0.0.2",
    ]);
    expect(await opening).toMatchObject({ kind: "document" });
    expect(dialled.map(({ host }) => host)).toEqual(["10.0.0.1", "10.0.0.2"]);
  });

  test("is looked up as every program of this machine looks it up", async () => {
    await using server = await serveHttp((_, response) => response.end("Yes"));
    const entry = `localhost:${server.port}`;
    const opening = fetchDocument({ url: `http://${entry}/`, allowedHosts: [entry], ...HTML });
    expect(await opening).toMatchObject({ kind: "document", url: `http://${entry}/` });
  });

  test("with many addresses is not tried at all of them", async () => {
    await using server = await serveHttp((_, response) => response.end());
    await server[Symbol.asyncDispose]();
    const dialled = wiretap(server);
    const many = Array.from({ length: 200 }, (_, at) => `10.0.0.${at}`);
    const opening = fetchDocument({ url: "http://cms/", allowedHosts: ["cms"], ...HTML }, async () => many);
    await expect(opening).rejects.toMatchObject({ reason: "fetch_unreachable" });
    expect(dialled).toHaveLength(4);
  });

  test.each([
    "169.254.169.254",
    "100.100.100.200",
    "168.63.129.16",
    "192.0.0.192",
    "fd00:ec2::254",
    "fe80::1",
    "0.0.0.0",
    "::ffff:169.254.169.254",
  ])("is never at %s", async (address) => {
    await using server = await serveHttp((_, response) => response.end("Keys"));
    const dialled = wiretap(server);
    const host = address.includes(":") ? `[${address}]` : address;
    const literal = new URL(`http://${host}/`);
    for (const url of ["http://cms/", literal.href]) {
      const opening = fetchDocument({ url, allowedHosts: ["cms", literal.hostname], ...HTML }, async () => [
        address,
      ]);
      await expect(opening).rejects.toMatchObject({ reason: "fetch_unreachable" });
    }
    expect(dialled).toEqual([]);
  });
});

describe("a certificate", () => {
  /** Serves one page encrypted, and opens it under a name that stands for this machine. */
  async function openSecurely(name: string) {
    const heard: string[] = [];
    await using server = await serveTls((socket) => {
      heard.push("servername" in socket ? String(socket.servername) : "");
      socket.end("HTTP/1.1 200 OK\r\n\r\nYes");
    });
    const entry = `${name}:${server.port}`;
    const document = await fetchDocument(
      { url: `https://${entry}/`, allowedHosts: [entry], ...HTML },
      async () => ["127.0.0.1"],
    );
    return { document, heard };
  }

  function trustOurs(): void {
    const before = getCACertificates("default");
    setDefaultCACertificates([CERTIFICATE]);
    onTestFinished(() => setDefaultCACertificates(before));
  }

  const unreachable = { reason: "fetch_unreachable", values: {}, field: "url" };

  test("that nobody vouches for is refused, whatever the environment says", async () => {
    await expect(openSecurely("cms.example.org")).rejects.toMatchObject(unreachable);
    vi.stubEnv("NODE_TLS_REJECT_UNAUTHORIZED", "0");
    vi.spyOn(process, "emitWarning").mockReturnValue(); // Node's, that this is unwise
    await expect(openSecurely("cms.example.org")).rejects.toMatchObject(unreachable);
  });

  test("is checked against the name and not the address", async () => {
    trustOurs();
    const { document, heard } = await openSecurely("cms.example.org");
    expect(document).toMatchObject({ kind: "document" });
    expect(heard).toEqual(["cms.example.org"]);
  });

  test.each(["www.example.org", "127.0.0.1"])("of another name than %s is refused", async (name) => {
    trustOurs();
    await expect(openSecurely(name)).rejects.toMatchObject(unreachable);
  });

  test("is missing where the server speaks no TLS", async () => {
    await using server = await serveRaw((socket) => socket.end("HTTP/1.1 200 OK\r\n\r\nYes"));
    const url = `https://${server.entry}/`;
    await expect(fetchDocument({ url, allowedHosts: [server.entry], ...HTML })).rejects.toMatchObject(
      unreachable,
    );
  });
});
