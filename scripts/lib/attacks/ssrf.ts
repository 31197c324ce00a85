import dns from "node:dns/promises";
import { createServer } from "node:http";
import { syncBuiltinESMExports } from "node:module";
import { type AddressInfo, BlockList, createServer as createTcp, isIP, Socket } from "node:net";
import { readShared } from "#lib/testing/corpora.ts";
import { Problem, say } from "../screen.mjs";

/** What no request of ours may reach, written down anew: the guard's own list is what is tried. */
const INSIDE = { ipv4: new BlockList(), ipv6: new BlockList() };
for (const range of [
  ...["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"],
  ...["192.0.0.0/24", "192.168.0.0/16", "198.18.0.0/15", "224.0.0.0/4", "240.0.0.0/4"],
]) {
  const [net = "", bits] = range.split("/");
  INSIDE.ipv4.addSubnet(net, Number(bits), "ipv4");
}
for (const range of [
  "::/96",
  "::ffff:0:0/96",
  "64:ff9b::/96",
  "fc00::/7",
  "fe80::/10",
  "ff00::/8",
  "2002::/16",
]) {
  const [net = "", bits] = range.split("/");
  INSIDE.ipv6.addSubnet(net, Number(bits), "ipv6");
}

/** IPv4 as IPv6 is always an attempt: no name server answers so. */
function isInside(address: string): boolean {
  if (isIP(address) === 4) return INSIDE.ipv4.check(address, "ipv4");
  return isIP(address) === 0 || address.startsWith("::ffff:") || INSIDE.ipv6.check(address, "ipv6");
}

/** A public address, behind which a server of this process answers. */
const OUTSIDE = "93.184.215.14";
const INSIDE_ADDRESSES = [
  "127.0.0.1",
  "::1",
  "10.0.0.1",
  "169.254.169.254",
  "192.168.1.1",
  "::ffff:127.0.0.1",
];

type Try = { url: string; answers?: string[][] };

/** Every hostile address: as it is typed, as what a redirect leads to, and as what a name turns out to be. */
function attempts(): Try[] {
  const corpus = JSON.parse(readShared("corpora/ssrf/hosts-and-urls.json") ?? "null") as {
    values: { as_url: string; expect: string }[];
  } | null;
  const odd = JSON.parse(readShared("corpora/ssrf/ipv4-weird-formats.json") ?? "[]") as { text: string }[];
  if (corpus === null) throw new Problem("The addresses of corpora/ssrf are not here: set CORPORA_DIR.");
  const inside = [
    ...corpus.values.filter(({ expect }) => expect === "refused").map(({ as_url }) => as_url),
    ...odd.map(({ text }) => `http://${text}/`),
    ...INSIDE_ADDRESSES.map((address) => `http://${address.includes(":") ? `[${address}]` : address}/`),
  ];
  return [
    ...inside.map((url) => ({ url })),
    ...inside.map((url) => ({
      url: `http://outside.example.org/?to=${encodeURIComponent(url)}`,
      answers: [[OUTSIDE]],
    })),
    ...INSIDE_ADDRESSES.flatMap((address, at) => [
      { url: `http://inside-${at}.example.org/`, answers: [[address]] },
      { url: `http://both-${at}.example.org/`, answers: [[OUTSIDE, address]] },
      // Another answer the second time it is asked for: on a redirect to itself, and between check and connection.
      {
        url: `http://rebinding-${at}.example.org/?to=${encodeURIComponent("/again")}`,
        answers: [[OUTSIDE], [address]],
      },
      { url: `http://turning-${at}.example.org/`, answers: [[OUTSIDE], [address], [address]] },
    ]),
  ];
}

/** The ways in: everything that opens an address somebody gave. */
async function waysIn(): Promise<Record<string, (url: string) => Promise<string>>> {
  const { db } = await import("#lib/db/client.ts");
  const { runImport } = await import("#lib/imports/jobs.ts");
  const { checkSource, takeSnapshot } = await import("#lib/snapshots/jobs.ts");
  const { makeArticle, makeClaim, makeMember, makeSnapshot, sourceOf } = await import(
    "#lib/testing/factories.ts"
  );
  const { installQueue } = await import("#lib/jobs/queue.ts");
  const { Prisma } = await import("#lib/db/generated/client.ts");
  const { addWebhook } = await import("#lib/webhooks/commands.ts");
  const { sendDelivery } = await import("#lib/webhooks/jobs.ts");
  const { addFeed } = await import("#lib/feeds/commands.ts");
  const { readOneFeed } = await import("#lib/feeds/jobs.ts");
  await installQueue({ connectionString: process.env.DATABASE_URL ?? "" });
  const member = await makeMember();
  const claim = await makeClaim({ state: "published" });
  const cited = await db.evidence.findFirstOrThrow({ where: { claimId: claim.id }, select: { id: true } });
  const sourceId = await sourceOf(cited.id);
  await makeSnapshot({ sourceId });
  await db.evidence.update({
    where: { id: cited.id },
    data: { noSnapshotReason: null },
    select: { id: true },
  });
  const watch = { sourceId, nextCheckAt: new Date() };
  await db.sourceWatch.upsert({ where: { sourceId }, create: watch, update: {}, select: { sourceId: true } });
  const importOf = async (url: string, more: object) => {
    const data = { kind: "url", state: "waiting", url, memberId: member.id, ...more } as const;
    const { id } = await db.import.create({ data, select: { id: true } });
    await runImport({ importId: id });
    return (await db.import.findUniqueOrThrow({ where: { id }, select: { state: true } })).state;
  };
  const asked = { actor: await makeMember({ role: "admin" }), now: new Date() };
  const outside = "https://outside.example.org/";
  const { id: webhookId } = await addWebhook({ ...asked, url: outside, events: ["claim.published"] });
  const { id: feedId } = await addFeed({ ...asked, feedUrl: outside, feedWords: [] });
  const moveTo = (url: string) => db.source.update({ where: { id: sourceId }, data: { url } });
  return {
    "an article's import": (url) => importOf(url, {}),
    "an article looked at again": async (url) => {
      const { id: articleId } = await makeArticle({ actor: member, sourceUrl: url });
      return importOf(url, { articleId, isCheck: true });
    },
    "a copy of a source": async (url) => {
      await moveTo(url);
      const waiting = { sourceId, state: "waiting", isAsked: true } as const;
      const { id } = await db.snapshot.create({ data: waiting, select: { id: true } });
      await takeSnapshot({ snapshotId: id });
      return (
        (await db.snapshot.findUnique({ where: { id }, select: { state: true } }))?.state ?? "the same again"
      );
    },
    "a source looked at again": async (url) => {
      await moveTo(url);
      await checkSource({ sourceId });
      return "";
    },
    "a webhook": async (url) => {
      await db.webhook.update({ where: { id: webhookId }, data: { url } });
      const waiting = { webhookId, event: "test", at: new Date(), nextAttemptAt: new Date() };
      const { id } = await db.webhookDelivery.create({ data: waiting, select: { id: true } });
      await sendDelivery({ deliveryId: id });
      return (await db.webhookDelivery.findUniqueOrThrow({ where: { id }, select: { state: true } })).state;
    },
    "a watched feed": async (url) => {
      // After some failures it is left alone: here it has none.
      await db.feed.update({ where: { id: feedId }, data: { url, failures: 0, failure: Prisma.DbNull } });
      await readOneFeed({ feedId });
      return JSON.stringify(await db.feed.findUnique({ where: { id: feedId }, select: { failure: true } }));
    },
  };
}

/** Tries them all, again and again, until `tries` are done; `own` is the port of the database. */
export async function run({ tries, own }: { tries: number; own: number }): Promise<{ arrivals: number }> {
  const arrived: string[] = [];
  const outside = createServer((request, response) => {
    const to = new URL(request.url ?? "/", "http://x").searchParams.get("to");
    if (to !== null) response.writeHead(302, { location: to }).end();
    else
      response
        .writeHead(200, { "content-type": "text/html" })
        .end("<h1>Outside</h1><p>Words enough to be read.");
  });
  await new Promise<void>((ready) => outside.listen(0, "127.0.0.1", ready));
  const played = (outside.address() as AddressInfo).port;
  const canaries = await standWatch((where) => arrived.push(where));
  let answers: string[][] = [];
  let dialled = 0;
  const undo = tap({
    lookup: () => answers.shift() ?? answers.at(-1) ?? [OUTSIDE],
    isOwn: (port) => port === own || port === played,
    noted(host) {
      dialled += 1;
      if (isInside(host)) arrived.push(`dialled ${host}`);
      return isInside(host) ? null : played;
    },
  });
  try {
    const ways = Object.entries(await waysIn());
    const all = attempts();
    // What is outside is reached by each: the taps work, and what follows says something.
    for (const [name, way] of ways) {
      const before = dialled;
      answers = [[OUTSIDE]];
      const state = await way("http://outside.example.org/");
      if (dialled !== before + 1 || arrived.length > 0)
        throw new Problem(
          `${name} does not open the page outside: ${state}, ${dialled - before} tries, ${arrived}`,
        );
    }
    for (let done = 0; done < tries; done += 1) {
      const [name, way] = ways[done % ways.length] ?? [];
      const attempt = all[(Math.floor(done / ways.length) * 7) % all.length];
      if (!way || !attempt) continue;
      answers = structuredClone(attempt.answers ?? []);
      const before = arrived.length;
      await way(attempt.url);
      for (const where of arrived.slice(before)) say(`${name}: ${attempt.url}: ${where}`);
    }
    say(
      `${tries} tries by ${ways.length} ways in, of ${all.length} addresses, redirects and answers of name servers`,
    );
    say(`connections to servers outside: ${dialled - ways.length}`);
    say(`connections at the canaries, or tries to connect inside: ${arrived.length}`);
    return { arrivals: arrived.length };
  } finally {
    undo();
    outside.close();
    for (const canary of canaries) canary.close();
  }
}

/** Servers where somebody inside would listen; a port that others have is left out. */
async function standWatch(arrived: (where: string) => void) {
  const servers = ["127.0.0.1", "::1"].flatMap((host) => [80, 443].map((port) => ({ host, port })));
  const standing = await Promise.all(
    servers.map(async ({ host, port }) => {
      const server = createTcp((socket) => {
        arrived(`${host}:${port}`);
        socket.destroy();
      });
      const isThere = await new Promise<boolean>((done) => {
        server.once("error", () => done(false));
        server.listen(port, host, () => done(true));
      });
      return isThere ? [server] : [];
    }),
  );
  return standing.flat();
}

type Tap = {
  lookup: () => string[];
  isOwn: (port: number) => boolean;
  /** Where a connection to a host ends instead; null: nowhere. */
  noted: (host: string) => number | null;
};

/** Answers for name servers, and stands at the door of every connection this process begins. */
function tap({ lookup, isOwn, noted }: Tap): () => void {
  const { connect } = Socket.prototype;
  const { lookup: askName } = dns;
  const found = () => lookup().map((address) => ({ address, family: isIP(address) }));
  Object.assign(dns, { lookup: async () => found() });
  syncBuiltinESMExports();
  Socket.prototype.connect = function tapped(this: Socket, ...given: unknown[]) {
    const [first, second] = given.flat() as [{ host?: string; port?: number } | number, unknown];
    const options = typeof first === "object" ? first : { port: first, host: String(second) };
    if (isOwn(Number(options.port))) return Reflect.apply(connect, this, given);
    const port = noted(options.host ?? "localhost");
    if (port === null) {
      this.on("error", () => {});
      setImmediate(() => this.destroy(new Error("Nobody is let in there")));
      return this;
    }
    return Reflect.apply(connect, this, [{ host: "127.0.0.1", port }]);
  } as typeof connect;
  return () => {
    Socket.prototype.connect = connect;
    Object.assign(dns, { lookup: askName });
    syncBuiltinESMExports();
  };
}
