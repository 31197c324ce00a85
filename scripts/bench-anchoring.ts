import { measure, type Scenario } from "./lib/bench/anchoring-run.ts";
import { goalsOf, tableOf } from "./lib/bench/anchoring-table.ts";
import { readParagraphs } from "./lib/bench/texts.ts";

/**
 * `node scripts/run.mjs bench-anchoring`: how fast and how rightly passages are found again after edits, beside a
 * peer that looks for each quote by itself (lib/bench/best-guess.ts). Real texts in a dozen scripts, edited by a
 * seeded script that keeps book of where every word went (lib/testing/edit-script.ts); both answer the same passages
 * in the same run. What counts as right is in lib/bench/grade.ts.
 */

const QUIET = {
  words: 0.02,
  movedParagraphs: 0,
  deletedParagraphs: 0.01,
  insertedParagraphs: 0.01,
  retypedParagraphs: 0.1,
};
const HEAVY = { ...QUIET, words: 0.2, movedParagraphs: 0.1 };

const SCENARIOS: Scenario[] = [
  { name: "quiet", title: "2 % of the words changed", length: 100_000, rates: QUIET, hasPeer: true },
  {
    name: "heavy",
    title: "20 % of the words changed, paragraphs moved",
    length: 100_000,
    rates: HEAVY,
    hasPeer: true,
  },
  {
    name: "long",
    title: "2 % of the words changed in nine times the text",
    length: 900_000,
    rates: QUIET,
    hasPeer: false,
  },
];

const seed = Number(process.env.SEED ?? 1);
const paragraphs = readParagraphs();
const results = SCENARIOS.map((scenario) => measure({ scenario, paragraphs, seed }));

process.stdout.write(`${tableOf(results, seed)}\n\n${goalsOf(results)}\n`);
