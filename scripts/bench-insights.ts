import { addDecidedClaims } from "./lib/bench/decided-claims.ts";
import { migrate } from "./lib/database.ts";
import { startThrowawayPostgres } from "./lib/throwaway.ts";

/**
 * `node scripts/run.mjs bench-insights [claims]`: how long the desk's figures take, all of a page's at once, over
 * 100,000 claims of two years. The peer counts in the program what it read claim by claim from the tables.
 */

const CLAIMS = Number(process.argv[3] ?? 100_000);
const RUNS = 5;
const TODAY = new Date().toISOString().slice(0, 10);

const postgres = await startThrowawayPostgres();
try {
  process.env.DATABASE_URL = postgres.url("proofmark_bench");
  const { execute } = await import("./lib/database.ts");
  await execute(postgres.url("postgres"), ["CREATE DATABASE proofmark_bench"]);
  await migrate(process.env.DATABASE_URL);
  await addDecidedClaims(CLAIMS);
  await run();
} finally {
  const { db } = await import("#lib/db/client.ts");
  await db.$disconnect();
  await postgres.stop();
}

async function run(): Promise<void> {
  const { getFigures } = await import("#lib/insights/queries.ts");
  const { dateRange, endOf } = await import("#lib/insights/rules.ts");
  const lines = [`${CLAIMS} claims of two years; milliseconds, median of ${RUNS}`];
  for (const preset of ["30d", "quarter", "year", "all"]) {
    const range = dateRange({ range: preset }, TODAY);
    const span = { since: new Date(range.from ?? 0), until: new Date(endOf(range)) };
    const most = { groups: 10, pairs: 15 };
    const asked = { range, span, timeZone: "Europe/Brussels", now: new Date(), people: "all", most } as const;
    const ours: number[] = [];
    const peer: number[] = [];
    for (let at = 0; at < RUNS; at += 1) {
      ours.push(await timed(() => getFigures(asked)));
      if (isPeered(preset)) peer.push(await timed(() => readAll(span)));
    }
    const beside = isPeered(preset)
      ? `   peer ${shown(median(peer))}   ratio ${median(peer.map((time, at) => time / (ours[at] ?? 1))).toFixed(1)}`
      : "";
    lines.push(`  ${preset.padEnd(8)} ours ${shown(median(ours))}${beside}`);
  }
  process.stdout.write(`${lines.join("\n")}\n`);
}

/** The peer holds all it read in memory: of a year it takes minutes. */
function isPeered(preset: string): boolean {
  return preset === "30d" || preset === "quarter";
}

function shown(milliseconds: number): string {
  return milliseconds.toFixed(0).padStart(6);
}

/** The usual way: every claim with what hangs on it, to be counted in the program. Nothing is counted here. */
async function readAll({ since, until }: { since: Date; until: Date }): Promise<void> {
  const { db } = await import("#lib/db/client.ts");
  await db.claim.findMany({
    where: { readyAt: { gte: since, lt: until } },
    select: {
      createdAt: true,
      submittedAt: true,
      readyAt: true,
      publishedAt: true,
      claimant: { select: { name: true } },
      topics: { select: { topic: { select: { name: true } } } },
      evidence: { select: { source: { select: { kind: true } } } },
      reviews: {
        select: { stage: true, reviewerId: true, decidedAt: true, rating: { select: { key: true } } },
      },
      verdicts: { select: { rating: { select: { tone: true } } } },
    },
  });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
