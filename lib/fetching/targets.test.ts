import { isIP, Socket, connect as startTcp } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { readShared } from "#lib/testing/corpora.ts";
import { type LoopbackServer, serveHttp } from "#lib/testing/loopback-server.ts";
import { isPublicAddress } from "./addresses.ts";
import { fetchDocument } from "./fetch-document.ts";
import { parseTarget } from "./targets.ts";

describe("a target", () => {
  const read = (address: string, allowedHosts: string[] = []) => parseTarget(address, { allowedHosts });

  test.each([
    ["http://news.example.org", "news.example.org", 80],
    ["  HTTPS://News.Example.org./a b\n", "news.example.org", 443],
    ["https://news.example.org:80", "news.example.org", 80],
    ["http://news.example.org:443/", "news.example.org", 443],
    ["http://bücher.de/", "xn--bcher-kva.de", 80],
    ["http://[2606:4700::1111]/", "2606:4700::1111", 80],
    ["http://0x7f.1/", "127.0.0.1", 80],
    ["http://a_b.example.org/", "a_b.example.org", 80],
  ])("of %j is %s, port %i", (address, host, port) => {
    expect(read(address)).toMatchObject({ host, port, isIntranet: false });
  });

  test.each([
    "",
    "news.example.org",
    "//news.example.org/",
    "ftp://news.example.org/",
    "ws://news.example.org/",
    "blob:https://news.example.org/1",
    "view-source:http://news.example.org",
    "http://",
    "http://./",
    "http://user@news.example.org/",
    "http://:pass@news.example.org/",
    "http://news.example.org:8080/",
    "http://news.example.org:0/",
    "http://news.example.org../",
    "http://news..example.org/",
    "http://localhost/",
    "http://LOCALHOST./",
    "http://ⓛocalhost/",
    "http://a.localhost/",
    "http://printer.local/",
    "http://metadata.google.internal/",
    "http://router.lan/",
    "http://nas.home.arpa/",
    "http://hidden.onion/",
    "http://intranet/",
    "http://com/",
    "http://a*b.example.org/",
    `http://${"a".repeat(64)}.example.org/`,
    `http://${"abc.".repeat(64)}example.org/`,
  ])("is not %j", (address) => {
    expect(read(address)).toBeNull();
  });

  test.each([
    ["http://cms/", ["cms"], true],
    ["https://cms/", ["cms"], true],
    ["http://CMS./", ["cms"], true],
    ["http://cms:8080/", ["cms:8080"], true],
    ["https://cms/", ["cms:443"], true],
    ["http://[::1]:3000/", ["[::1]:3000"], true],
    ["http://cms:8080/", ["cms"], null],
    ["http://cms/", ["cms:8080"], null],
    ["http://cms:8081/", ["cms:8080"], null],
    ["http://my-cms/", ["cms"], null],
    ["http://cms.evil.example.org/", ["cms"], false],
    ["ftp://cms/", ["cms"], null],
    ["http://user@cms/", ["cms"], null],
    ["http://metadata.google.internal/", ["metadata.google.internal"], null],
    ["http://instance-data/", ["instance-data"], null],
  ])("of %s with %j on the list: %s", (address, allowedHosts, isIntranet) => {
    expect(read(address, allowedHosts)?.isIntranet ?? null).toBe(isIntranet);
  });
});

// From here on nothing may be dialled: canaries listen on this machine, and every attempt to connect is noted and
// stopped before it leaves. Name servers are not ours, so the tests answer for them.

const PORTS = [22, 80, 443, 1080, 6379, 8080, 9001, 12456];
const canaries: LoopbackServer[] = [];
const dialled: string[] = [];

beforeAll(async () => {
  for (const at of ["127.0.0.1", "127.0.0.2", "::1"]) {
    for (const port of PORTS) {
      // Where the port is taken or needs more rights, the note of attempts is what counts.
      const canary = await serveHttp((_, response) => response.end("Secret"), { at, port }).catch(() => null);
      if (canary) canaries.push(canary);
    }
  }
});
afterAll(() => Promise.all(canaries.map((canary) => canary[Symbol.asyncDispose]())));

beforeEach(() => {
  dialled.length = 0;
  vi.spyOn(Socket.prototype, "connect").mockImplementation(function (this: Socket, ...given: unknown[]) {
    const [{ host = "" }] = given.flat() as [{ host?: string }];
    dialled.push(host);
    return this.destroy(Object.assign(new Error("Stopped by the test"), { code: "ECONNREFUSED" }));
  });
});

function visits(): number {
  return canaries.reduce((sum, canary) => sum + canary.connections(), 0);
}

/** Opens an address whose name, if it has one, is at `answer`. */
async function reasonFor(url: string, answer: readonly string[]): Promise<string> {
  return fetchDocument({ url, accept: ["text/html"] }, async () => answer).then(
    () => "opened",
    (error: Error & { reason?: string }) => error.reason ?? String(error),
  );
}

test("a canary hears who comes", async () => {
  vi.restoreAllMocks();
  await using canary = await serveHttp((_, response) => response.end());
  const socket = startTcp(canary.port, "127.0.0.1");
  const hungUp = canary.hungUp();
  socket.end();
  await hungUp;
  expect(canary.connections()).toBe(1);
  expect(canaries.length).toBeGreaterThan(0);
});

const hostile = readShared("corpora/ssrf/hosts-and-urls.json");
const addresses = [
  "ip-ranges.json",
  "ip-address__valid-ipv6-addresses.json",
  "ip-address__valid-ipv4-addresses.json",
  "ip-address__invalid-ipv6-addresses.json",
  "ip-address__invalid-ipv4-addresses.json",
  "ipv4-weird-formats.json",
  "blocked-netblocks.json",
].map((file) => readShared(`corpora/ssrf/${file}`));
const urls = ["urltestdata.json", "toascii.json", "IdnaTestV2.json"].map((file) =>
  readShared(`corpora/url-wpt/${file}`),
);

describe("of known attacks", () => {
  type Attack = { as_url: string; value: string; expect: string; host?: string };
  const attacks = hostile ? (JSON.parse(hostile) as { values: Attack[] }).values : [];

  test.skipIf(hostile === null)("none connects, its names being at home here", async () => {
    const reasons = await Promise.all(
      attacks.flatMap(({ as_url, value }) => [reasonFor(as_url, ["127.0.0.1"]), reasonFor(value, ["::1"])]),
    );
    expect(reasons).toHaveLength(208);
    expect(new Set(reasons)).toEqual(new Set(["fetch_unreachable"]));
    expect(dialled).toEqual([]);
    expect(visits()).toBe(0);
  });

  test.skipIf(hostile === null)("none connects as an answer of a name server", async () => {
    const answers = attacks
      .filter(({ expect: is }) => is === "refused")
      .map(({ host, value }) => host ?? value);
    const reasons = await Promise.all(
      answers.map((answer) => reasonFor("https://news.example.org/", ["93.184.215.14", answer])),
    );
    expect(new Set(reasons)).toEqual(new Set(["fetch_unreachable"]));
    expect(dialled).toEqual([]);
    expect(visits()).toBe(0);
  });

  test.skipIf(hostile === null)("none connects as the end of a redirect", async () => {
    vi.restoreAllMocks();
    let next = "";
    await using server = await serveHttp((_, response) => {
      response.writeHead(302, { location: next });
      response.end();
    });
    const { origin: url, entry } = server;
    // Where they are relative they lead back here, which is allowed.
    const elsewhere = attacks.filter(({ as_url }) => URL.parse(as_url, url)?.host !== entry);
    expect(elsewhere).toHaveLength(103);
    for (const { as_url } of elsewhere) {
      next = as_url;
      const opening = fetchDocument({ url, accept: ["text/html"], allowedHosts: [entry] }, async () => [
        "127.0.0.1",
      ]);
      await expect(opening, as_url).rejects.toMatchObject({ reason: "fetch_unreachable" });
    }
    expect(server.connections()).toBe(elsewhere.length);
    expect(visits()).toBe(0);
  });
});

describe("of odd addresses", () => {
  test.skipIf(addresses.includes(null))(
    "only public ones are dialled, in a URL or as an answer",
    async () => {
      const texts = addresses.flatMap((text) => textsOf(JSON.parse(text ?? "")));
      expect(texts.length).toBeGreaterThan(280);
      for (const text of texts) {
        for (const url of [`http://${text}/`, `http://[${text}]/`]) await reasonFor(url, ["127.0.0.1"]);
        await reasonFor("http://news.example.org/", [text]);
      }
      // Real hosts' addresses, as these lists and the URL parser write them: 1.2.3.4 is there in octal.
      expect([...new Set(dialled)].sort()).toEqual([
        "1.2.3.4",
        "124.15.6.89",
        "2001:470:8:66::1",
        "2608::3:5",
        "2608:af09:30:0:0:0:0:134",
        "2608:af09:30::134",
      ]);
      expect(visits()).toBe(0);
    },
  );

  test.skipIf(urls.includes(null))(
    "no URL of the web's own tests reaches us, nor a host but by its own number",
    async () => {
      type Entry = string | { input: string; base?: string | null; href?: string };
      const inputs = (urls.flatMap((text) => JSON.parse(text ?? "")) as Entry[]).flatMap((entry) =>
        typeof entry === "string"
          ? []
          : [entry.input, entry.href ?? "", `https://${entry.input}/`, `http://${entry.input}:80`],
      );
      expect(inputs.length).toBeGreaterThan(3_000);
      for (const url of inputs) await reasonFor(url, ["127.0.0.1", "93.184.215.14"]);
      expect(dialled.filter((host) => isIP(host) === 0 || !isPublicAddress(host))).toEqual([]);
      // 999999999 is one way to write the first.
      expect([...new Set(dialled)]).toEqual(["59.154.201.255", "1.2.3.4"]);
      expect(visits()).toBe(0);
    },
  );
});

type Listed = { ip?: string; address?: string; text?: string };

/** The addresses of a list in any of the shapes these lists have. */
function textsOf(list: Listed[] | { cases: Listed[] } | { ipv4: string[] }): string[] {
  if ("ipv4" in list) return list.ipv4;
  const entries = "cases" in list ? list.cases : list;
  return entries.map(({ ip, address, text }) => ip ?? address ?? text ?? "");
}
