import { availableParallelism, loadavg } from "node:os";
import { firstView, median } from "./lib/bench/first-view.ts";
import { measureRates, onFirstCore, startSite } from "./lib/bench/readers-run.ts";
import { measureStaleness } from "./lib/bench/staleness.ts";
import { hasWrk } from "./lib/bench/wrk.ts";
import { readyBuild } from "./lib/build.ts";
import { Problem } from "./lib/screen.mjs";

// `npm run bench:readers`: how many readers of a claim one core answers, beside bare node:http with the same bytes and
// beside the same page as Next serves it by itself; what its first view weighs and when it is there on a slow phone; and
// how long after publishing and withdrawing two web servers still show what stood there. Needs wrk and taskset.

const ROUNDS = 5;
const SECONDS = 5;
const VIEWS = 7;
const CLAIMS = 20;

const say = (line = "") => process.stdout.write(`${line}\n`);
const kB = (bytes: number) => `${(bytes / 1_000).toFixed(1)} kB`;

if (!(await hasWrk())) {
  throw new Problem("This needs wrk (in PATH, or named by WRK) and taskset: on Debian, apt-get install wrk.");
}
await readyBuild();
say(`load ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} cores`);

await using stack = new AsyncDisposableStack();
stack.defer(async () => {
  const { db } = await import("#lib/db/client.ts");
  await db.$disconnect();
});
const rates = await onFirstCore(async () => {
  await using peers = new AsyncDisposableStack();
  const site = await startSite(peers, 1);
  return await measureRates(peers, site, { rounds: ROUNDS, seconds: SECONDS });
});
const ours = rates.ours ?? [];
say(`\nrequests a second on one core, median of ${ROUNDS} rounds of ${SECONDS} s in turns`);
for (const [name, values] of Object.entries(rates)) {
  const ratio = median(values.map((rate, round) => (ours[round] ?? Number.NaN) / rate));
  say(`${name.padEnd(28)}${median(values).toFixed(0).padStart(10)}   ours is ${ratio.toFixed(2)}x`);
}

const { origins, path } = await startSite(stack, 2);
const { weight, lcp } = await firstView(`${origins[0]}${path}`, { runs: VIEWS });
say(
  `\nfirst view: HTML ${kB(weight.html)}, CSS ${kB(weight.css)}, fonts ${kB(weight.fonts)}, script ${kB(weight.script)}`,
);
say(`largest paint on slow 4G, CPU 4 times slower: ${lcp.toFixed(0)} ms, median of ${VIEWS}`);

const { publishing, withdrawing } = await measureStaleness(origins, { claims: CLAIMS });
say(`\nmilliseconds until two servers show it, of ${CLAIMS}: median, longest`);
for (const [name, values] of Object.entries({ publishing, withdrawing })) {
  say(
    `${name.padEnd(12)}${median(values).toFixed(0).padStart(6)}${Math.max(...values)
      .toFixed(0)
      .padStart(6)}`,
  );
}
