import { seededRandom } from "#lib/testing/edit-script.ts";
import { type Asked, type Judged, judge } from "./lib/bench/checked-run.ts";
import { fillDesk } from "./lib/bench/full-desk.ts";
import { REWORDINGS, replaced, rewordAll } from "./lib/bench/reword.ts";
import { isIn, readStatements } from "./lib/bench/statements.ts";
import { execute, migrate } from "./lib/database.ts";
import { quantile } from "./lib/quantile.ts";
import { startThrowawayPostgres } from "./lib/throwaway.ts";

// `npm run bench:checked-before`: how often a claim that comes back in other words is among the first three that are
// shown, and how long that takes, beside `pg_trgm` over the whole table and with its index. Another number of claims
// on the desk as an argument.

const SEED = 1;
const CLAIMS = Number(process.argv[3] ?? 20_000);
/** Claims that come back, in each way. */
const ASKED = 30;
const WHO = ["ours", "whole", "indexed"] as const;

const say = (line = "") => process.stdout.write(`${line}\n`);
const row = (name: string, cells: readonly string[]) =>
  say(`${name.padEnd(44)}${cells.map((cell) => cell.padStart(10)).join("")}`);

const postgres = await startThrowawayPostgres();
try {
  process.env.DATABASE_URL = postgres.url("proofmark_bench");
  await execute(postgres.url("postgres"), ["CREATE DATABASE proofmark_bench"]);
  await migrate(process.env.DATABASE_URL);
  await run();
} finally {
  const { db } = await import("#lib/db/client.ts");
  await db.$disconnect();
  await postgres.stop();
}

async function run(): Promise<void> {
  const { claims, pairs } = readStatements(SEED);
  const [strangers, known] = [claims.slice(0, ASKED), claims.slice(ASKED)];
  const random = seededRandom(SEED);
  const statements = [...known, ...pairs.map((pair) => pair.earlier)];
  const ids = await fillDesk({ statements, claims: CLAIMS, random });
  const idOf = (statement: string) => ids.get(statement) ?? null;
  const back = ([statement, words]: readonly [string, string]): Asked => ({ id: idOf(statement), words });

  say(`${CLAIMS} claims, ${ASKED} asked for in each row, seed ${SEED}`);
  row("among the first three", WHO);
  const judged: Judged[] = [];
  const show = async (name: string, cases: readonly Asked[], isRight: (who: Judged["ours"]) => boolean) => {
    const some = await judge(cases);
    judged.push(...some);
    const right = (who: (typeof WHO)[number]) => some.filter((each) => isRight(each[who])).length;
    row(
      name,
      WHO.map((who) => `${((100 * right(who)) / some.length).toFixed(0)} %`),
    );
  };
  const english = known.filter((claim) => isIn("Latin", claim));
  for (const [how, reword] of REWORDINGS) {
    const cases = rewordAll(english, { reword, count: ASKED, random }).map(back);
    await show(`English, ${how}`, cases, ({ isFound }) => isFound);
  }
  const arabic = known.filter((claim) => isIn("Arabic", claim));
  const replacing = rewordAll(arabic, { reword: replaced, count: ASKED, random }).map(back);
  await show("Arabic, a quarter of the words replaced", replacing, ({ isFound }) => isFound);
  const papers = pairs.slice(0, ASKED).map(({ earlier, later }) => back([earlier, later]));
  await show("Arabic headlines of two papers", papers, ({ isFound }) => isFound);
  const unknown = strangers.map((words) => ({ id: null, words }));
  await show("not at the desk: something is shown", unknown, ({ shown }) => shown > 0);
  showTimes(judged);
}

function showTimes(judged: readonly Judged[]): void {
  say();
  row("milliseconds", WHO);
  const at = (share: number) =>
    WHO.map((who) =>
      quantile(
        judged.map((each) => each[who].ms),
        share,
      ).toFixed(1),
    );
  row("median", at(0.5));
  row("p95", at(0.95));
  const ratios = WHO.map((who) =>
    quantile(
      judged.map((each) => each[who].ms / each.ours.ms),
      0.5,
    ),
  );
  row(
    "times as long as ours, median",
    ratios.map((ratio) => ratio.toFixed(1)),
  );
}
