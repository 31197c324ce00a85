import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { seededRandom } from "#lib/testing/edit-script.ts";
import { Problem } from "../screen.mjs";

const CORPORA = process.env.CORPORA_DIR ?? join(import.meta.dirname, "../../../../shared/corpora");

/** A sentence of a debate, and whether people found it worth checking. */
export type DebateSentence = { text: string; isCheckable: boolean };

type Row = { sentence_id: number; label: 0 | 1; text: string };

/**
 * The ClaimBuster sentences in two halves that the seed alone decides: weights and word lists were made by the first,
 * figures are those of the second.
 */
export function readDebateSentences(seed: number): { tuning: DebateSentence[]; heldOut: DebateSentence[] } {
  const file = join(CORPORA, "claims", "claimbuster-two-class-test.json");
  if (!existsSync(file))
    throw new Problem(`The sentences to measure with are not in ${CORPORA} (CORPORA_DIR).`);
  const rows: Row[] = JSON.parse(readFileSync(file, "utf8"));
  const sorted = rows.toSorted((a, b) => a.sentence_id - b.sentence_id);
  const sentences = shuffled(sorted, seededRandom(seed)).map(({ text, label }) => ({
    text,
    isCheckable: label === 1,
  }));
  const half = Math.ceil(sentences.length / 2);
  return { tuning: sentences.slice(0, half), heldOut: sentences.slice(half) };
}

/** Fisher and Yates. */
export function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const result = [...items];
  for (let at = result.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [result[at], result[other]] = [result[other] as Item, result[at] as Item];
  }
  return result;
}
