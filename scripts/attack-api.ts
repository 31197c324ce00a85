import { readyBuild } from "./lib/build.ts";
import { Problem, say } from "./lib/screen.mjs";
import startSite from "./test-site.ts";

// `npm run attack:api`: bodies that no honest program sends, to every operation of a running production server that takes
// one. How many, and the seed, as arguments.

const COUNT = Number(process.argv[3] ?? 2_000);
const SEED = Number(process.argv[4] ?? 20_261_129);
const AT_ONCE = 4;

// One token asks faster than anybody may.
process.env.API_REQUESTS_PER_MINUTE = "1000000";
await readyBuild();
const stop = await startSite();
try {
  await run();
} finally {
  const { db } = await import("#lib/db/client.ts");
  await db.$disconnect();
  await stop();
}

async function run(): Promise<void> {
  const { db } = await import("#lib/db/client.ts");
  const { OPERATIONS } = await import("#lib/api/operations.ts");
  const { createToken } = await import("#lib/tokens/commands.ts");
  const { hostileBodies, isImport } = await import("#lib/testing/hostile-bodies.ts");
  const writing = OPERATIONS.filter(({ body }) => body !== null);
  const admin = await db.member.findFirstOrThrow({ where: { role: "admin" }, select: { id: true } });
  const claim = await db.claim.findFirstOrThrow({
    where: { state: "second_review" },
    select: { id: true, articleId: true },
  });
  const asked = { name: "hostile", scopes: ["all" as const], days: null };
  const { token } = await createToken({ actor: null, memberId: admin.id, now: new Date(), ...asked });
  const statuses = new Map<number, number>();
  const faults: string[] = [];
  const waiting = hostileBodies(COUNT, SEED);
  const began = performance.now();
  const send = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { sent, which, key } = next;
      const { method = "POST", path = "/queue/take" } = writing[which % writing.length] ?? {};
      // What is outside is not asked for anything.
      if (/^\/articles(\/\{id\}\/revisions)?$/.test(path) && isImport(sent)) continue;
      const id = path.startsWith("/articles") ? claim.articleId : claim.id;
      const headers = new Headers({ Authorization: `Bearer ${token}`, "Content-Type": "application/json" });
      if (key !== null) headers.set("Idempotency-Key", key);
      const address = `${process.env.PUBLIC_URL}/api/v1${path.replace("{id}", id)}`;
      const status = await fetch(address, { method, headers, body: sent }).then(
        async (answer) => {
          await answer.arrayBuffer();
          return answer.status;
        },
        () => 0,
      );
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (status === 0 || status >= 500) faults.push(`${method} ${path} ${status}: ${sent.slice(0, 200)}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, send));
  const ready = await fetch(`${process.env.PUBLIC_URL}/api/health/ready`);
  say(`${COUNT} bodies, seed ${SEED}, ${Math.round((performance.now() - began) / 1000)} s`);
  for (const [status, count] of [...statuses].toSorted(([a], [b]) => a - b))
    say(`  ${status}: ${String(count).padStart(5)}`);
  say(`ready afterwards: ${ready.status}`);
  for (const fault of faults) say(fault);
  if (faults.length > 0 || ready.status !== 200) throw new Problem(`${faults.length} faults of ours.`);
}
