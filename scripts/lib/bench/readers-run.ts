import { randomBytes } from "node:crypto";
import { get } from "node:http";
import { prepareOwn } from "../database.ts";
import { freePort } from "../ports.mjs";
import { startService } from "../processes.ts";
import { startServices } from "../services.ts";
import { startThrowawayPostgres } from "../throwaway.ts";
import { buildIsrPeer } from "./isr-peer.ts";
import { requestRate, tieToCores } from "./wrk.ts";

const GRACE = 5_000;

/** Where a claim is read, at the product's web servers. */
export type Site = { origins: string[]; path: string };

/** Starts Postgres and `servers` web servers with the demo newsroom; gives where its first claim is read. */
export async function startSite(stack: AsyncDisposableStack, servers: number): Promise<Site> {
  const postgres = await startThrowawayPostgres();
  stack.defer(() => postgres.stop());
  const databaseUrl = await prepareOwn(postgres, { demo: true });
  const authSecret = randomBytes(32).toString("hex");
  const origins: string[] = [];
  for (let server = 0; server < servers; server += 1) {
    const port = await freePort();
    const publicUrl = `http://localhost:${port}`;
    const site = { port, host: "127.0.0.1", authSecret, publicUrl };
    await startServices(stack, { site, databaseUrl, mode: "production" });
    origins.push(`http://127.0.0.1:${port}`);
  }
  Object.assign(process.env, { DATABASE_URL: databaseUrl, AUTH_SECRET: authSecret, PUBLIC_URL: origins[0] });
  const list = await fetch(`${origins[0]}/claims`).then((answer) => answer.text());
  const path = /href="(\/claims\/[^"]+)"/.exec(list)?.[1];
  if (path === undefined) throw new Error("The demo has no published claim");
  return { origins, path };
}

/** Seconds each is asked before anything is counted: what runs often is compiled by then. */
const WARM_UP = 20;

/** Requests a second, of each in turns: `rounds` times `seconds` for everyone. */
export async function measureRates(
  stack: AsyncDisposableStack,
  { origins, path }: Site,
  { rounds, seconds }: { rounds: number; seconds: number },
): Promise<Record<string, number[]>> {
  const url = `${origins[0]}${path}`;
  const [plain, isr] = await startPeers(stack, url);
  const asked: Record<string, { url: string; isPlain?: true }> = {
    ours: { url },
    "node:http, the same bytes": { url: plain },
    "Next ISR, the same page": { url: isr },
    // Next compresses each answer anew.
    "Next ISR, not compressed": { url: isr, isPlain: true },
  };
  for (const { url, ...how } of Object.values(asked)) await requestRate(url, { seconds: WARM_UP, ...how });
  const rates: Record<string, number[]> = {};
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, { url, ...how }] of Object.entries(asked)) {
      rates[name] = [...(rates[name] ?? []), await requestRate(url, { seconds, ...how })];
    }
  }
  return rates;
}

async function startPeers(stack: AsyncDisposableStack, url: string): Promise<[string, string]> {
  const page = await rawAnswer(url, "br");
  const readable = (await rawAnswer(url, "identity")).body.toString("utf8");
  const contents = /<body[^>]*>(.*)<\/body>/s.exec(readable)?.[1] ?? "";
  const server = await buildIsrPeer(contents);
  const [plainPort, isrPort] = [await freePort(), await freePort()];
  const plain = startService("The plain server", ["scripts/lib/bench/plain-server.ts"], {
    PORT: String(plainPort),
    BODY: page.body.toString("base64"),
    HEADERS: JSON.stringify(page.headers),
  });
  const isr = startService("The ISR peer", [server], { PORT: String(isrPort), NODE_ENV: "production" });
  for (const peer of [plain, isr]) stack.defer(() => peer.stop(GRACE));
  await Promise.all([plain.ready, isr.ready]);
  return [`http://127.0.0.1:${plainPort}/`, `http://127.0.0.1:${isrPort}/claims/one`];
}

const OF_THE_CONNECTION = new Set(["date", "connection", "keep-alive"]);

/** An answer as it came over the wire: nothing unpacked. Headers are names and values in turn. */
export function rawAnswer(
  url: string,
  encoding: "br" | "gzip" | "identity",
): Promise<{ headers: string[]; body: Buffer }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ headers: string[]; body: Buffer }>();
  get(url, { headers: { "accept-encoding": encoding } }, (answer) => {
    const parts: Buffer[] = [];
    answer.on("data", (part: Buffer) => parts.push(part));
    answer.on("end", () => {
      const headers = Object.entries(answer.headers).flatMap(([name, value]) =>
        OF_THE_CONNECTION.has(name) ? [] : [name, String(value)],
      );
      resolve({ headers, body: Buffer.concat(parts) });
    });
  }).on("error", reject);
  return promise;
}

/** Runs what starts servers on the first core only; the second is for who asks. */
export async function onFirstCore<Result>(work: () => Promise<Result>): Promise<Result> {
  await tieToCores("0");
  try {
    return await work();
  } finally {
    await tieToCores("0-1");
  }
}
