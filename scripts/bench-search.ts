import { randomBytes } from "node:crypto";
import { availableParallelism, loadavg } from "node:os";
import { startFilled } from "./lib/bench/filled.ts";
import {
  cursorAt,
  pageByOffset,
  pageOurs,
  searchByLike,
  searchOurs,
  searchUnbounded,
} from "./lib/bench/search-run.ts";
import { type Asked, drawSearches } from "./lib/bench/searches.ts";
import { readyBuild } from "./lib/build.ts";
import { freePort } from "./lib/ports.mjs";
import { quantile } from "./lib/quantile.ts";
import { startServices } from "./lib/services.ts";

// `npm run bench:search`: how long readers' searches take over a million published claims, in the database and at the
// web server, beside putting all hits in order and beside ILIKE, in turns; and how long a page of the list takes at its
// beginning and 500,000 claims later, beside OFFSET. Another number of claims as an argument, then the seed. What was
// filled in is kept in .data/ for the next time.

const CLAIMS = Number(process.argv[3] ?? 1_000_000);
const SEED = Number(process.argv[4] ?? 1);
const EACH = 40;
/** It takes a second or more each time. */
const EACH_BY_LIKE = 3;
const PAGES = 60;
const DEPTH = CLAIMS / 2;

const say = (line = "") => process.stdout.write(`${line}\n`);
const row = (name: string, cells: readonly (string | number)[]) =>
  say(`${name.padEnd(30)}${cells.map((cell) => String(cell).padStart(11)).join("")}`);
const load = () => `load ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} cores`;

await readyBuild();
await using stack = new AsyncDisposableStack();
const postgres = await startFilled({ count: CLAIMS, seed: SEED });
stack.defer(() => postgres.stop());
stack.defer(async () => {
  const { db } = await import("#lib/db/client.ts");
  await db.$disconnect();
});
say(`${CLAIMS} published claims, seed ${SEED}; ${load()}`);

const kinds = await drawSearches(EACH, SEED);
await measureSearches(kinds);
await measureServer(kinds);
await measurePages();

async function measureSearches(kinds: Record<string, Asked[]>): Promise<void> {
  // A connection reads each dictionary once.
  for (const asked of Object.values(kinds)) for (const one of asked.slice(0, 10)) await searchOurs(one);
  say(`\nmilliseconds of ${EACH} searches each; ILIKE of ${EACH_BY_LIKE} each; ${load()}`);
  row("", ["database", "p95", "process", "p95", "ts_rank", "p95", "ILIKE"]);
  const sums: number[][] = [[], [], [], []];
  for (const [kind, asked] of Object.entries(kinds)) {
    const times: number[][] = [[], [], [], []];
    for (const [at, one] of asked.entries()) {
      const { database, all } = await searchOurs(one);
      times[0]?.push(database);
      times[1]?.push(all);
      times[2]?.push(await searchUnbounded(one));
      if (at < EACH_BY_LIKE) times[3]?.push(await searchByLike(one));
    }
    for (const [at, of] of times.entries()) sums[at]?.push(...of);
    showTimes(kind, times);
  }
  showTimes("all", sums);
}

function showTimes(name: string, [database = [], all = [], unbounded = [], like = []]: number[][]): void {
  const both = [database, all, unbounded].flatMap((times) => [at(times, 0.5), at(times, 0.95)]);
  row(name, [...both, at(like, 0.5)]);
}

/** Each search once, so that none is there already; one after the other. */
async function measureServer(kinds: Record<string, Asked[]>): Promise<void> {
  await using servers = new AsyncDisposableStack();
  const port = await freePort();
  const site = {
    port,
    host: "127.0.0.1",
    authSecret: randomBytes(32).toString("hex"),
    publicUrl: `http://localhost:${port}`,
  };
  await startServices(servers, { site, databaseUrl: postgres.own, mode: "production" });
  const ask = async (query: string) => {
    const began = performance.now();
    const answer = await fetch(`http://127.0.0.1:${port}/claims?${query}`);
    await answer.text();
    if (answer.status !== 200) throw new Error(`${query} answered ${answer.status}`);
    return performance.now() - began;
  };
  for (const { words } of Object.values(kinds).flat())
    await ask(new URLSearchParams({ q: `${words} -warm` }).toString());
  say(`\nat the web server, milliseconds of ${EACH} searches each; ${load()}`);
  row("", ["median", "p95"]);
  const all: number[] = [];
  for (const [kind, asked] of Object.entries(kinds)) {
    const times: number[] = [];
    for (const { query } of asked) times.push(await ask(query));
    all.push(...times);
    row(kind, [at(times, 0.5), at(times, 0.95)]);
  }
  row("all", [at(all, 0.5), at(all, 0.95)]);
}

async function measurePages(): Promise<void> {
  const [second, deep] = [await cursorAt(20), await cursorAt(DEPTH)];
  const ways: Record<string, () => Promise<number>> = {
    "page 1": () => pageOurs(null),
    "page 2": () => pageOurs(second),
    [`after ${DEPTH} claims`]: () => pageOurs(deep),
    "OFFSET 20": () => pageByOffset(20),
    [`OFFSET ${DEPTH}`]: () => pageByOffset(DEPTH),
  };
  const times: Record<string, number[]> = {};
  for (let page = 0; page < PAGES; page += 1) {
    for (const [name, read] of Object.entries(ways)) times[name] = [...(times[name] ?? []), await read()];
  }
  say(`\na page of the list, milliseconds of ${PAGES} in turns; ${load()}`);
  row("", ["median", "p95", "times as 1"]);
  const first = median(times["page 1"] ?? []);
  for (const [name, of] of Object.entries(times))
    row(name, [at(of, 0.5), at(of, 0.95), (median(of) / first).toFixed(2)]);
}

function at(values: readonly number[], share: number): string {
  return quantile(values, share).toFixed(1);
}

function median(values: readonly number[]): number {
  return Number(at(values, 0.5));
}
