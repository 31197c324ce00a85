import type { KeptVerification } from "#lib/audit/queries.ts";
import { dice, type Place, TAMPERINGS } from "./lib/bench/tamperings.ts";
import { execute, migrate } from "./lib/database.ts";
import { Problem, say } from "./lib/screen.mjs";
import { startThrowawayPostgres } from "./lib/throwaway.ts";

// `npm run tamper`: whether every way to alter the history shows, and where: 200 random ones by a superuser, each undone
// again, against heads kept every ten events. How many, and the seed, as arguments.

const COUNT = Number(process.argv[3] ?? 200);
const SEED = Number(process.argv[4] ?? 1);
const ARTICLES = 12;
const ROUNDS = 5;
const PER_ROUND = 10;

const postgres = await startThrowawayPostgres();
try {
  process.env.DATABASE_URL = postgres.url("proofmark_tamper");
  await execute(postgres.url("postgres"), ["CREATE DATABASE proofmark_tamper"]);
  await migrate(process.env.DATABASE_URL);
  await run();
} finally {
  const { db } = await import("#lib/db/client.ts");
  await db.$disconnect();
  await postgres.stop();
}

async function run(): Promise<void> {
  const kept = await fill();
  await expectClean(kept);
  const { db } = await import("#lib/db/client.ts");
  const { verifyKept } = await import("#lib/audit/queries.ts");
  const roll = dice(SEED);
  const places = await db.$queryRaw<Place[]>`
    SELECT chain, position, event_id AS "eventId", count(*) OVER (PARTITION BY chain)::int AS length
    FROM audit_links ORDER BY chain, position`;
  const names = Object.keys(TAMPERINGS);
  const tally = new Map(names.map((name) => [name, { done: 0, found: 0, placed: 0 }]));
  for (let done = 0; done < COUNT; done += 1) {
    const name = names[done % names.length] ?? "";
    const place = places[roll(places.length)] as Place;
    const found = await whileUndone(async (tx) => {
      await TAMPERINGS[name]?.({ db: tx, place, roll });
      return await verifyKept({ ...kept, db: tx });
    });
    const count = tally.get(name);
    if (!count) continue;
    count.done += 1;
    if (found.findings.length > 0) count.found += 1;
    if (isNamed(found, place)) count.placed += 1;
  }
  await expectClean(kept);
  tell(tally);
}

/** Events of several articles and of none, and the heads that were signed while they came. */
async function fill(): Promise<{ heads: string[]; keys: string[] }> {
  const { db } = await import("#lib/db/client.ts");
  const { keepHeads } = await import("#lib/audit/commands.ts");
  const { generateKeyPairSync, createPublicKey } = await import("node:crypto");
  const { privateKey } = generateKeyPairSync("ed25519");
  const heads: string[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await db.$executeRaw`
      INSERT INTO audit_events (id, actor_id, actor_name, action, article_id, claim_id, data)
      SELECT uuidv7(), uuidv7(), 'Member ' || n % 7, 'claim.taken', article, uuidv7(), '{"stage":"first"}'
      FROM (
        SELECT NULL::uuid AS article UNION ALL
        SELECT ('01990000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid FROM generate_series(1, ${ARTICLES}::int) n
      ) articles CROSS JOIN generate_series(1, ${PER_ROUND}::int) n`;
    await keepHeads({
      privateKey: privateKey.export({ type: "pkcs8", format: "der" }).toString("base64"),
      now: new Date(),
      keep: async (lines) => void heads.push(...lines),
    });
  }
  const key = createPublicKey(privateKey).export({ type: "spki", format: "der" }).toString("base64");
  return { heads, keys: [key] };
}

/** What nobody altered must be called whole, or what is found says nothing. */
async function expectClean(kept: { heads: string[]; keys: string[] }): Promise<void> {
  const { verifyKept } = await import("#lib/audit/queries.ts");
  const { findings, events } = await verifyKept(kept);
  if (findings.length > 0) throw new Problem(`Findings where nobody altered anything: ${findings[0]?.kind}`);
  say(
    `${events} events, ${kept.heads.length} heads, seed ${SEED}: nothing is found where nothing was altered`,
  );
}

/** Does the work with triggers resting, in a transaction that is then undone. */
async function whileUndone<Result>(
  work: (tx: import("#lib/db/client.ts").Tx) => Promise<Result>,
): Promise<Result> {
  const { db } = await import("#lib/db/client.ts");
  let result: { value: Result } | undefined;
  const undo = new Error("undone");
  try {
    await db.$transaction(
      async (tx) => {
        await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
        result = { value: await work(tx) };
        throw undo;
      },
      { timeout: 60_000, maxWait: 60_000 },
    );
  } catch (error) {
    if (error !== undo) throw error;
  }
  if (!result) throw new Error("The work came to nothing.");
  return result.value;
}

/** Does a finding name the event, or the part of its chain it stood in? */
function isNamed({ findings }: KeptVerification, { chain, position, eventId }: Place): boolean {
  return findings.some(
    (finding) =>
      finding.eventId === eventId ||
      (finding.chain === chain &&
        (finding.kind === "inserted" || ((finding.from ?? 0) <= position && position <= (finding.to ?? 0)))),
  );
}

function tell(tally: ReadonlyMap<string, { done: number; found: number; placed: number }>): void {
  say(`\n${"".padEnd(56)}${["done", "found", "named"].map((cell) => cell.padStart(8)).join("")}`);
  const sum = { done: 0, found: 0, placed: 0 };
  for (const [name, { done, found, placed }] of tally) {
    say(`${name.padEnd(56)}${[done, found, placed].map((cell) => String(cell).padStart(8)).join("")}`);
    sum.done += done;
    sum.found += found;
    sum.placed += placed;
  }
  say(
    `${"all".padEnd(56)}${[sum.done, sum.found, sum.placed].map((cell) => String(cell).padStart(8)).join("")}`,
  );
  if (sum.placed < sum.done) throw new Problem("Not every tampering was found and named.");
}
