import { randomBytes } from "node:crypto";
import { type BrowserContext, chromium } from "@playwright/test";
import { PEER_NAMES, type PeerName, peerHtml } from "./lib/bench/article-peers.ts";
import { openMeasured, type PageCost } from "./lib/bench/page-cost.ts";
import { bundlePeers } from "./lib/bench/peer-bundles.ts";
import { requireBrowser } from "./lib/browser.ts";
import { readyBuild } from "./lib/build.ts";
import { prepareOwn } from "./lib/database.ts";
import { freePort } from "./lib/ports.mjs";
import { quantile } from "./lib/quantile.ts";
import { startServices } from "./lib/services.ts";
import { startThrowawayPostgres } from "./lib/throwaway.ts";

// `npm run bench:article`: what marks and cards cost on the article's page, in the production build and Chromium: the
// main thread over the same page without claims, adding a claim, scrolling, selecting, and bytes of script. The peers
// mark the same spans in the same text on a page of nothing else, in turn with ours. Theirs need the npm registry.

const LENGTH = 100_000;
const COUNTS = [1_000, 5_000] as const;
const RUNS = Number(process.argv[3] ?? 5);
const ADDED = 20;
const SEED = 1;

const say = (line = "") => process.stdout.write(`${line}\n`);
const row = (name: string, ...cells: string[]) =>
  say(`${name.padEnd(52)}${cells.map((cell) => cell.padStart(11)).join("")}`);
const median = (numbers: readonly number[]) => quantile(numbers, 0.5);
const ms = (number: number) => number.toFixed(0);

await readyBuild();
await using stack = new AsyncDisposableStack();
const postgres = await startThrowawayPostgres();
stack.defer(() => postgres.stop());
const databaseUrl = await prepareOwn(postgres, { demo: true });
const port = await freePort();
const publicUrl = `http://localhost:${port}`;
const site = { port, host: "127.0.0.1", authSecret: randomBytes(32).toString("hex"), publicUrl };
Object.assign(process.env, {
  DATABASE_URL: databaseUrl,
  AUTH_SECRET: site.authSecret,
  PUBLIC_URL: publicUrl,
});
await startServices(stack, { site, databaseUrl, mode: "production" });
const { makeBigArticles } = await import("./lib/bench/big-articles.ts");
const { db } = await import("#lib/db/client.ts");
stack.defer(() => db.$disconnect());
const made = await makeBigArticles({ length: LENGTH, counts: COUNTS, seed: SEED });
const bundles = await bundlePeers();
const browser = await chromium.launch(await requireBrowser());
stack.defer(() => browser.close());

type Case = { kind: string; count: number; open: () => Promise<PageCost> };

async function newContext(): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addCookies([{ ...made.cookie, url: publicUrl }]);
  return context;
}

async function inFreshTab(address: string, body?: string): Promise<PageCost> {
  const context = await newContext();
  try {
    if (body) await context.route(address, (route) => route.fulfill({ body, contentType: "text/html" }));
    return (await openMeasured(context, address)).cost;
  } finally {
    await context.close();
  }
}

const OURS = "Proofmark";
const desk = (count: number): Case => ({
  kind: OURS,
  count,
  open: () => inFreshTab(`${publicUrl}${made.paths[count]}`),
});
const peer = (kind: PeerName, count: number): Case => {
  const body = peerHtml(kind, { text: made.text, spans: made.spans.slice(0, count), bundles });
  return { kind, count, open: () => inFreshTab(`${publicUrl}/peer`, body) };
};

const cases = [0, ...COUNTS].flatMap((count) => [
  desk(count),
  ...PEER_NAMES.map((name) => peer(name, count)),
]);
const costs = new Map<Case, PageCost[]>(cases.map((each) => [each, []]));
// The first round warms server and browser up.
for (let run = 0; run <= RUNS; run += 1) {
  for (const each of cases) {
    const cost = await each.open();
    if (run > 0) costs.get(each)?.push(cost);
  }
}
const medianOf = (kind: string, count: number, pick: (cost: PageCost) => number) => {
  const found = cases.find((each) => each.kind === kind && each.count === count);
  return median((found ? costs.get(found) : undefined)?.map(pick) ?? []);
};

say(`${made.text.length} UTF-16 code units, ${made.blockCount} blocks, seed ${SEED}, median of ${RUNS}`);
for (const count of COUNTS) {
  say();
  row(`Main thread until settled, ms, ${count} claims`, "all", "over none", "script", "layout");
  for (const kind of [OURS, ...PEER_NAMES]) {
    const over = (pick: (cost: PageCost) => number) => medianOf(kind, count, pick) - medianOf(kind, 0, pick);
    const task = ({ task }: PageCost) => task;
    row(
      kind,
      ms(medianOf(kind, count, task)),
      ms(over(task)),
      ms(over(({ script }) => script)),
      ms(over(({ layout }) => layout)),
    );
  }
}
say();
const bytes = medianOf(OURS, 0, ({ scriptBytes }) => scriptBytes);
row("Script of the article page, kB gzip", (bytes / 1_000).toFixed(0));

const { addClaims, dragThrough, scrollThrough } = await import("./lib/bench/article-acts.ts");
say();
row("What a person does there", "0 claims", ...COUNTS.map((count) => `${count}`));
const acted: { scroll: number; drag: number; added: number[] }[] = [];
for (const count of [0, ...COUNTS]) {
  const context = await newContext();
  const { page } = await openMeasured(context, `${publicUrl}${made.paths[count]}`);
  const drag = await dragThrough(page);
  await page.keyboard.press("Escape");
  const added = await addClaims(page, ADDED);
  acted.push({ drag, added, scroll: await scrollThrough(page) });
  await context.close();
}
row("Adding a claim, key to painted, p50, ms", ...acted.map(({ added }) => ms(median(added))));
row("Adding a claim, key to painted, p95, ms", ...acted.map(({ added }) => ms(quantile(added, 0.95))));
row("Longest task while scrolling through (0: none over 50 ms)", ...acted.map(({ scroll }) => ms(scroll)));
row("Longest task while selecting", ...acted.map(({ drag }) => ms(drag)));
