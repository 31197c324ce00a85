import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { ORDINARY, PAGES, SENT } from "./lib/attacks/bombs.ts";
import { readyBuild } from "./lib/build.ts";
import { quantile } from "./lib/quantile.ts";
import { Problem, say } from "./lib/screen.mjs";
import startSite from "./test-site.ts";

// `npm run attack:bombs`: twelve things that do harm by being read, each five times, at a running production server:
// how long until it is refused at most, how much memory that took at most, and what readers notice meanwhile: one bomb is
// over in less than a second mostly, in which a 95th percentile says nothing. An ordinary long article is there to compare.

const p95 = (times: readonly number[]) => quantile(times, 0.95);
const GOAL = { seconds: 10, megabytes: 300, times: 2 };
const ROUNDS = 5;

const bombs = createServer((request, response) => {
  PAGES[decodeURIComponent((request.url ?? "/").slice(1))]?.(request, response);
});
await new Promise<void>((ready) => bombs.listen(0, "127.0.0.1", ready));
const entry = `127.0.0.1:${(bombs.address() as AddressInfo).port}`;
process.env.FETCH_ALLOWED_HOSTS = entry;
process.env.API_REQUESTS_PER_MINUTE = "1000000";
await readyBuild();
const stop = await startSite();
try {
  await run(process.env.PUBLIC_URL ?? "");
} finally {
  const { db } = await import("#lib/db/client.ts");
  await db.$disconnect();
  bombs.closeAllConnections();
  bombs.close();
  await stop();
}

async function run(url: string): Promise<void> {
  const { db } = await import("#lib/db/client.ts");
  const { createToken } = await import("#lib/tokens/commands.ts");
  const { id: memberId } = await db.member.findFirstOrThrow({
    where: { role: "admin" },
    select: { id: true },
  });
  const asked = { name: "bombs", scopes: ["all" as const], days: null };
  const { token } = await createToken({ actor: null, memberId, now: new Date(), ...asked });
  const site = { url, token, port: Number(new URL(url).port) };
  const ways = [
    ...Object.keys(PAGES).map((name) => ({ name, go: () => importFrom(name, site) })),
    ...Object.entries(SENT).map(([name, go]) => ({ name, go: () => go(site) })),
  ];
  await readers(url, pause(5_000)); // warm
  let missed = 0;
  say(
    `${"".padEnd(42)}${"s".padStart(6)}${"MB more".padStart(9)}${"p95 before".padStart(12)}${"meanwhile".padStart(11)}${"times".padStart(7)}  answer`,
  );
  for (const { name, go } of ways) {
    const before: number[] = [];
    const meanwhile: number[] = [];
    let seconds = 0;
    let grown = 0;
    let answer = "";
    for (let round = 0; round < ROUNDS; round += 1) {
      before.push(...(await readers(url, pause(2_000))));
      const memory = watchMemory();
      const began = performance.now();
      const over = go().then((said) => {
        answer = said;
        seconds = Math.max(seconds, (performance.now() - began) / 1_000);
      });
      meanwhile.push(...(await readers(url, Promise.all([over, pause(1_000)]))));
      grown = Math.max(grown, memory.stop());
    }
    const times = p95(meanwhile) / p95(before);
    const isGood = seconds <= GOAL.seconds && grown <= GOAL.megabytes && times <= GOAL.times;
    if (!isGood && name !== ORDINARY) missed += 1;
    say(
      `${name.padEnd(42)}${seconds.toFixed(1).padStart(6)}${grown.toFixed(0).padStart(9)}${p95(before).toFixed(1).padStart(12)}${p95(meanwhile).toFixed(1).padStart(11)}${times.toFixed(1).padStart(7)}  ${answer.slice(0, 44)}${isGood || name === ORDINARY ? "" : "  beyond the goal"}`,
    );
  }
  const ready = await fetch(`${url}/api/health/ready`);
  say(`ready afterwards: ${ready.status}; ${ways.length - 1} bombs, ${missed} beyond the goals`);
  if (ready.status !== 200) throw new Problem("The server does not serve any more.");
}

async function importFrom(name: string, { url, token }: { url: string; token: string }): Promise<string> {
  const answer = await fetch(`${url}/api/v1/articles`, {
    method: "POST",
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
    body: JSON.stringify({ url: `http://${entry}/${encodeURIComponent(name)}` }),
  });
  const { reason = "" } = (await answer.json()) as { reason?: string };
  return `${answer.status} ${reason}`;
}

/** How long, in milliseconds, a list that readers get takes, asked for again and again until `over`. */
async function readers(url: string, over: Promise<unknown>): Promise<number[]> {
  let isOver = false;
  void over.then(() => {
    isOver = true;
  });
  const times: number[] = [];
  while (!isOver) {
    const began = performance.now();
    const answer = await fetch(`${url}/api/v1/claims?limit=5&q=${times.length % 9}`);
    await answer.arrayBuffer();
    times.push(performance.now() - began);
    await pause(20);
  }
  return times;
}

/** Most megabytes that web server and worker had beyond what they had, in what is resident. */
function watchMemory(): { stop: () => number } {
  const first = resident();
  let most = first;
  const look = setInterval(() => {
    most = Math.max(most, resident());
  }, 100);
  return {
    stop() {
      clearInterval(look);
      return (most - first) / 1_000_000;
    },
  };
}

/** Of the processes this one started. */
function resident(): number {
  let sum = 0;
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      const [, parent, ...rest] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      const isOurs =
        Number(parent) === process.pid && readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("node");
      if (isOurs) sum += Number(rest[19]) * 4_096;
    } catch {
      // It ended meanwhile.
    }
  }
  return sum;
}
