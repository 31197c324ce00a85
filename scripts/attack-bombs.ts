import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { PAGES, SENT } from "./lib/attacks/bombs.ts";
import { Problem, say } from "./lib/screen.mjs";
import startSite from "./test-site.ts";

// `npm run attack:bombs`: twelve things that do harm by being read, one after another, at a running production server:
// how long until each is refused, how much memory that took, and what readers notice meanwhile.

const GOAL = { seconds: 10, megabytes: 300, times: 2 };

const bombs = createServer((request, response) => {
  PAGES[decodeURIComponent((request.url ?? "/").slice(1))]?.(request, response);
});
await new Promise<void>((ready) => bombs.listen(0, "127.0.0.1", ready));
const entry = `127.0.0.1:${(bombs.address() as AddressInfo).port}`;
process.env.FETCH_ALLOWED_HOSTS = entry;
process.env.API_REQUESTS_PER_MINUTE = "1000000";
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
    `${"".padEnd(42)}${"s".padStart(6)}${"MB more".padStart(9)}${"p95 before".padStart(12)}${"meanwhile".padStart(11)}  answer`,
  );
  for (const { name, go } of ways) {
    const before = await readers(url, pause(4_000));
    const memory = watchMemory();
    const began = performance.now();
    const going = go().finally(() => undefined);
    let seconds = 0;
    const over = going.then(() => {
      seconds = (performance.now() - began) / 1_000;
    });
    const meanwhile = await readers(url, Promise.all([over, pause(1_000)]));
    const grown = memory.stop();
    const times = meanwhile / before;
    const isGood =
      seconds <= GOAL.seconds && grown <= GOAL.megabytes && (times <= GOAL.times || meanwhile < 50);
    if (!isGood) missed += 1;
    say(
      `${name.padEnd(42)}${seconds.toFixed(1).padStart(6)}${grown.toFixed(0).padStart(9)}${before.toFixed(0).padStart(12)}${meanwhile.toFixed(0).padStart(11)}  ${(await going).slice(0, 44)}${isGood ? "" : "  beyond the goal"}`,
    );
  }
  const ready = await fetch(`${url}/api/health/ready`);
  say(`ready afterwards: ${ready.status}; ${ways.length} bombs, ${missed} beyond the goals`);
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

/** The 95th percentile, in milliseconds, of a page that readers get, and one the desk's API reads, until `over`. */
async function readers(url: string, over: Promise<unknown>): Promise<number> {
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
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;
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
