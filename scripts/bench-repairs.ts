import { migrate } from "./lib/database.ts";
import { startThrowawayPostgres } from "./lib/throwaway.ts";

/**
 * `node scripts/run.mjs bench-repairs`: how long one page of the repair list takes, 25 passages lost 20 revisions ago
 * in an article of 500,000 characters, beside a peer that walks back passage by passage and reads each text it passes.
 */

const LENGTH = 500_000;
const REVISIONS = 20;
const WAITING = 25;
const RUNS = 7;

const postgres = await startThrowawayPostgres();
try {
  process.env.DATABASE_URL = postgres.url("proofmark_bench");
  const { execute } = await import("./lib/database.ts");
  await execute(postgres.url("postgres"), ["CREATE DATABASE proofmark_bench"]);
  await migrate(process.env.DATABASE_URL);
  await run();
} finally {
  const { db } = await import("#lib/db/client.ts");
  await db.$disconnect();
  await postgres.stop();
}

async function run(): Promise<void> {
  const { listRepairs } = await import("#lib/passages/queries.ts");
  const articleId = await makeLost();
  const { items } = await listRepairs({ articleId });
  if (items.length !== WAITING || items.some(({ before }) => before.context === null)) {
    throw new Error("The repair list is not what it was made to be");
  }
  const ours: number[] = [];
  const peer: number[] = [];
  for (let at = 0; at < RUNS; at += 1) {
    ours.push(await timed(() => listRepairs({ articleId })));
    peer.push(await timed(() => walkBack(items.map(({ passageId }) => passageId))));
  }
  const ratio = median(peer.map((time, at) => time / (ours[at] ?? 1)));
  process.stdout.write(
    `${WAITING} passages lost ${REVISIONS} revisions ago, ${LENGTH} characters; milliseconds, median of ${RUNS}\n` +
      `  one page of the repair list   ${median(ours).toFixed(0)}\n` +
      `  peer: the walk back alone     ${median(peer).toFixed(0)}\n` +
      `  ratio                         ${ratio.toFixed(1)}\n`,
  );
}

/** An article whose second text lost the words of 25 claims, and 18 texts more. */
async function makeLost(): Promise<string> {
  const { makeArticle, makeClaim, makeMember, revise } = await import("#lib/testing/factories.ts");
  const words = Array.from(
    { length: WAITING },
    (_, at) => `Bridge ${at} of the river cost ${at + 7} millions`,
  );
  const filler = Array.from({ length: LENGTH / 100 }, (_, at) => `Line ${at} ${"says nothing ".repeat(7)}.`);
  const actor = await makeMember({ role: "editor" });
  const article = await makeArticle({ actor, text: [...words, ...filler].join("\n\n") });
  for (const each of words) await makeClaim({ article, author: actor, words: each });
  for (let number = 2; number <= REVISIONS; number += 1) {
    await revise(article.id, [...filler, `Text ${number}.`].join("\n\n"), { actor });
  }
  return article.id;
}

/** One query per passage and revision, each with the revision's text. */
async function walkBack(passageIds: readonly string[]): Promise<void> {
  const { db } = await import("#lib/db/client.ts");
  const previous = {
    previousId: true,
    startOffset: true,
    revision: { select: { text: true, blocks: true } },
  };
  const walk = async (passageId: string): Promise<void> => {
    for (let id: string | null = passageId; id !== null; ) {
      const found: { previousId: string | null; startOffset: number | null } =
        await db.passage.findUniqueOrThrow({ where: { id }, select: previous });
      if (found.startOffset !== null) return;
      id = found.previousId;
    }
  };
  await Promise.all(passageIds.map(walk));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
