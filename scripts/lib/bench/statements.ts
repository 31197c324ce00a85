import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { seededRandom } from "#lib/testing/edit-script.ts";
import { Problem } from "../screen.mjs";
import { shuffled } from "./debate-sentences.ts";

const CORPORA = process.env.CORPORA_DIR ?? join(import.meta.dirname, "../../../../shared/corpora");

/** Two headlines that people said agree with each other. */
export type Pair = { earlier: string; later: string };

export type Statements = {
  /** Claims as fact-checkers and annotators wrote them down, each once, in the order of the seed. */
  claims: string[];
  /** Arabic headlines of two papers about the same, worded by two people. */
  pairs: Pair[];
};

/** Real claims in English and Arabic to fill a desk with. */
export function readStatements(seed: number): Statements {
  if (!existsSync(join(CORPORA, "claims")))
    throw new Problem(`The claims to measure with are not in ${CORPORA} (CORPORA_DIR).`);
  const checked: { claim_text: string }[] = JSON.parse(read("averitec-candidate-claims.json"));
  const claims = [
    ...checked.map(({ claim_text }) => claim_text),
    ...lines("liar-plus-val.jsonl").map((line) => (JSON.parse(line) as { claim: string }).claim),
    ...(JSON.parse(read("fever-paper-dev-1000.json")) as { claim: string }[]).map(({ claim }) => claim),
    ...lines("ans-arabic-claim-dev.csv")
      .slice(1)
      .map((line) => line.replace(/,[01]$/u, "")),
  ].map((claim) =>
    claim
      .replace(/^["“\s]+|["”\s]+$/gu, "")
      .replace(/\s+/gu, " ")
      .slice(0, 1_000),
  );
  return {
    claims: shuffled([...new Set(claims)].filter(Boolean).sort(), seededRandom(seed)),
    pairs: pairs(),
  };
}

/** Those where neither headline is quoted for its commas, and both agree. */
function pairs(): Pair[] {
  return lines("ans-arabic-stance-dev.csv").flatMap((line) => {
    const [earlier = "", later = "", stance, more] = line.split(",");
    return stance === "agree" && more === undefined ? [{ earlier, later }] : [];
  });
}

function read(name: string): string {
  return readFileSync(join(CORPORA, "claims", name), "utf8");
}

function lines(name: string): string[] {
  return read(name).split(/\r?\n/u).filter(Boolean);
}

const LETTERS = { Latin: /\p{Script=Latin}/gu, Arabic: /\p{Script=Arabic}/gu } as const;

/** Whether most of its letters are of this script. */
export function isIn(script: keyof typeof LETTERS, words: string): boolean {
  const own = words.match(LETTERS[script])?.length ?? 0;
  return own > (words.match(/\p{L}/gu)?.length ?? 0) / 2;
}
