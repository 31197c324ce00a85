import { availableParallelism, loadavg } from "node:os";
import { editTogether } from "./lib/bench/edit-rounds.ts";
import { fillQueue, giveAllBack, shrinkQueue } from "./lib/bench/full-queue.ts";
import { hasPgbench } from "./lib/bench/pgbench.ts";
import { measurePages } from "./lib/bench/queue-pages.ts";
import {
  type Taking,
  takeAll,
  takeBare,
  takeByFinding,
  takeByPgbench,
  takeOurs,
} from "./lib/bench/takers.ts";
import { execute, migrate } from "./lib/database.ts";
import { quantile } from "./lib/quantile.ts";
import { startThrowawayPostgres } from "./lib/throwaway.ts";

// `npm run bench:queue`: how fast 32 reviewers take from a long queue, beside the bare statement, by pgbench where there is
// one and by `pg`, and the usual way with Prisma, in turns; whether any claim is taken twice; what a page of the queue costs under each filter; and whether
// anything is lost when ten people save one claim at once. Another number of claims in line as an argument, then how
// many are taken in the count of doubles.

const CLAIMS = Number(process.argv[3] ?? 300_000);
const TAKEN = Number(process.argv[4] ?? 100_000);
const TAKERS = 32;
const ROUNDS = 3;
const SECONDS = 8;
const PAGE_CLAIMS = 100_000;
const PAGES = 60;

const say = (line = "") => process.stdout.write(`${line}\n`);
const row = (name: string, cells: readonly (string | number)[]) =>
  say(`${name.padEnd(34)}${cells.map((cell) => String(cell).padStart(12)).join("")}`);
const load = () => `load ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} cores`;

const postgres = await startThrowawayPostgres();
try {
  process.env.DATABASE_URL = postgres.url("proofmark_bench");
  await execute(postgres.url("postgres"), ["CREATE DATABASE proofmark_bench"]);
  await migrate(process.env.DATABASE_URL);
  await run(process.env.DATABASE_URL);
} finally {
  const { db } = await import("#lib/db/client.ts");
  await db.$disconnect();
  await postgres.stop();
}

async function run(url: string): Promise<void> {
  const { reviewers, editor } = await fillQueue({ claims: CLAIMS, reviewers: TAKERS });
  say(`${CLAIMS} claims in line, ${TAKERS} takers, ${ROUNDS} rounds of ${SECONDS} s in turns; ${load()}`);
  const bare = await takeBare(url, TAKERS);
  const [ours, byFinding] = [await takeOurs(), await takeByFinding()];
  const ways: Record<string, () => Promise<Taking>> = {
    ours: () => takeAll({ reviewers, take: ours, seconds: SECONDS }),
    "ours, events not chained": () => unchained(() => takeAll({ reviewers, take: ours, seconds: SECONDS })),
    "bare statement, pg": () => takeAll({ reviewers, take: bare.take, seconds: SECONDS }),
    "find, then update": () => takeAll({ reviewers, take: byFinding, seconds: SECONDS }),
  };
  if (await hasPgbench()) {
    ways["bare statement, pgbench"] = () => takeByPgbench(url, { reviewers, seconds: SECONDS });
  } else {
    say("pgbench: skipped, there is none in PATH or PGBENCH");
  }
  const rounds: Record<string, Taking[]> = {};
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, take] of Object.entries(ways)) {
      rounds[name] = [...(rounds[name] ?? []), await take()];
      await giveAllBack();
    }
  }
  await bare.end();
  showTakes(rounds);
  await showDoubles(reviewers);
  await showPages(editor);
  const { accepted, refused, lost, seconds } = await editTogether({ rounds: 200, people: 10 });
  say(
    `\n200 rounds of 10 people saving one claim: ${accepted} accepted, ${refused} refused, ${lost} lost; ${seconds.toFixed(0)} s`,
  );
}

/** Does the work while audit events are written and linked to nothing. */
async function unchained<Result>(work: () => Promise<Result>): Promise<Result> {
  const { db } = await import("#lib/db/client.ts");
  const triggers = ["audit_events_link", "audit_events_note_lock"];
  const turn = async (way: "DISABLE" | "ENABLE") => {
    for (const name of triggers)
      await db.$executeRawUnsafe(`ALTER TABLE audit_events ${way} TRIGGER ${name}`);
  };
  await turn("DISABLE");
  try {
    return await work();
  } finally {
    await turn("ENABLE");
  }
}

function showTakes(rounds: Record<string, Taking[]>): void {
  const rate = ({ ids, seconds }: Taking) => ids.length / seconds;
  const ours = (rounds.ours ?? []).map(rate);
  row("median of the rounds", ["takes/s", "ours is", "p50 ms", "p95 ms", "tries/take"]);
  for (const [name, takings] of Object.entries(rounds)) {
    const ms = takings.flatMap((taking) => taking.ms);
    const tries = takings.map(({ tries, ids }) => tries / Math.max(1, ids.length));
    // Round by round, of turns close together: the machine may be busier in one than in the next.
    const times = takings.map((taking, round) => (ours[round] ?? 0) / rate(taking));
    row(name, [
      median(takings.map(rate)).toFixed(0),
      `${median(times).toFixed(2)}x`,
      at(ms, 0.5),
      at(ms, 0.95),
      median(tries).toFixed(1),
    ]);
  }
}

async function showDoubles(reviewers: Parameters<typeof takeAll>[0]["reviewers"]): Promise<void> {
  const { db } = await import("#lib/db/client.ts");
  const before = await db.auditEvent.count({ where: { action: "claim.taken" } });
  const { ids, ms, seconds } = await takeAll({
    reviewers,
    take: await takeOurs(),
    seconds: 900,
    claims: TAKEN,
  });
  const events = (await db.auditEvent.count({ where: { action: "claim.taken" } })) - before;
  const inReview = await db.claim.count({ where: { state: "in_review" } });
  say(
    `\n${ids.length} taken, ${new Set(ids).size} different, ${events} events, ${inReview} in review; ` +
      `${(ids.length / seconds).toFixed(0)} takes/s, p95 ${at(ms, 0.95)} ms; ${load()}`,
  );
  await giveAllBack();
}

async function showPages(viewer: Parameters<typeof measurePages>[0]["viewer"]): Promise<void> {
  await shrinkQueue(PAGE_CLAIMS);
  await measurePages({ viewer, rounds: 5 });
  say(`\nThe page, ${PAGE_CLAIMS} claims in line, ${PAGES} pages each; ${load()}`);
  row("", ["p50 ms", "p95 ms", "queries"]);
  for (const { name, ms, queries } of await measurePages({ viewer, rounds: PAGES })) {
    row(name, [at(ms, 0.5), at(ms, 0.95), [...new Set(queries)].join(" to ")]);
  }
}

function at(values: readonly number[], share: number): string {
  return quantile(values, share).toFixed(1);
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}
