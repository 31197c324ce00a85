import { assembleBlocks } from "#lib/anchoring/blocks.ts";
import { listSentences } from "#lib/anchoring/sentences.ts";
import { BAR, scoreSentence } from "#lib/suggesting/score.ts";
import { suggestClaims } from "#lib/suggesting/suggest.ts";
import { seededRandom } from "#lib/testing/edit-script.ts";
import { type DebateSentence, readDebateSentences, shuffled } from "./lib/bench/debate-sentences.ts";
import { judgeRanking, meanOf, type RankingScore } from "./lib/bench/ranking.ts";
import { readParagraphs } from "./lib/bench/texts.ts";

// `node scripts/run.mjs bench-suggestions`: how well the score finds the sentences of debates that people called worth
// checking, beside simpler orders, and how long an article of 100,000 characters takes.

/** The half that weights and word lists were made by: another seed would judge by sentences they were made for. */
const SPLIT_SEED = 1;
const RANDOM_ORDERS = 1_000;
const ARTICLE_LENGTH = 100_000;
const ROUNDS = 25;

const say = (line = "") => process.stdout.write(`${line}\n`);
const row = (name: string, cells: readonly string[]) =>
  say(`${name.padEnd(34)}${cells.map((cell) => cell.padStart(12)).join("")}`);

type Score = (sentence: DebateSentence) => number;

const ORDERS: [name: string, score: Score][] = [
  ["ours", ({ text }) => scoreSentence(text, "en").score],
  ["ours without word lists", ({ text }) => scoreSentence(text, "und").score],
  ["the longest first", ({ text }) => text.length],
  ["most digits first", ({ text }) => text.match(/\p{Nd}/gu)?.length ?? 0],
];

/** Equals stay as the seed shuffled them. */
function ordered(sentences: readonly DebateSentence[], score: Score): boolean[] {
  return sentences.toSorted((a, b) => score(b) - score(a)).map(({ isCheckable }) => isCheckable);
}

function showHalf(name: string, sentences: readonly DebateSentence[]): void {
  const wanted = sentences.filter(({ isCheckable }) => isCheckable).length;
  say(`${name}: ${sentences.length} sentences, ${wanted} of them worth checking`);
  row("", ["P@10", "P@50", "AP"]);
  const show = (order: string, { at10, at50, average }: RankingScore) =>
    row(order, [at10.toFixed(2), at50.toFixed(2), average.toFixed(3)]);
  for (const [order, score] of ORDERS) show(order, judgeRanking(ordered(sentences, score)));
  const random = seededRandom(SPLIT_SEED);
  const draws = Array.from({ length: RANDOM_ORDERS }, () =>
    judgeRanking(ordered(shuffled(sentences, random), () => 0)),
  );
  show(`by chance, mean of ${RANDOM_ORDERS}`, meanOf(draws));
  const marked = sentences.filter(({ text }) => scoreSentence(text, "en").score >= BAR);
  const right = marked.filter(({ isCheckable }) => isCheckable).length;
  say(
    `marked: ${marked.length}, ${right} of them rightly (${percent(right / marked.length)}), ${percent(right / wanted)} of those worth checking`,
  );
  say();
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}

function showSpeed(language: string): void {
  const paragraphs = readParagraphs().filter((text) => /^[\p{sc=Latin}\p{P}\p{Nd}\p{S}\s]+$/u.test(text));
  const taken: string[] = [];
  for (let length = 0; length < ARTICLE_LENGTH; length += (taken.at(-1)?.length ?? 0) + 2) {
    taken.push(paragraphs[taken.length % paragraphs.length] ?? "");
  }
  const article = {
    ...assembleBlocks(taken.map((text) => ({ type: "paragraph" as const, text }))),
    language,
  };
  const found = suggestClaims(article).length;
  const ms = Array.from({ length: ROUNDS }, () => timed(() => suggestClaims(article)));
  const cutting = Array.from({ length: ROUNDS }, () =>
    timed(() => listSentences(article.text, article.blocks, language)),
  );
  row(`${language}: ${article.text.length} characters`, [
    `${median(ms).toFixed(1)} ms`,
    `${median(cutting).toFixed(1)} ms`,
    String(found),
  ]);
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

const { tuning, heldOut } = readDebateSentences(SPLIT_SEED);
showHalf("Held out", heldOut);
showHalf("Tuned by (no figure to quote)", tuning);
row("Time, median of 25", ["all", "sentences", "suggested"]);
for (const language of ["en", "de", "und"]) showSpeed(language);
