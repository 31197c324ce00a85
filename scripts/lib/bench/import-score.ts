/** How the text of one page was found: shares of all its 4-word shingles, summing to 1. */
export type Match = { right: number; extra: number; missing: number };
export type Score = { precision: number; recall: number; f1: number };

const SHINGLE_WORDS = 4;

/**
 * Compares an extracted text with the marked one as scrapinghub/article-extraction-benchmark does (evaluate.py):
 * multisets of 4-word shingles, every page of equal weight.
 */
export function matchTexts(marked: string, extracted: string): Match {
  const wanted = shinglesOf(marked);
  const found = shinglesOf(extracted);
  let [right, extra, missing] = [0, 0, 0];
  for (const shingle of new Set([...wanted.keys(), ...found.keys()])) {
    const [a, b] = [wanted.get(shingle) ?? 0, found.get(shingle) ?? 0];
    right += Math.min(a, b);
    extra += Math.max(0, b - a);
    missing += Math.max(0, a - b);
  }
  const all = right + extra + missing || 1;
  return { right: right / all, extra: extra / all, missing: missing / all };
}

/** Mean precision and recall over pages, and their F1; pages without a text on one side count on the other only. */
export function scoreOf(matches: readonly Match[]): Score {
  const precision = mean(
    matches.flatMap(({ right, extra }) => (right + extra > 0 ? right / (right + extra) : [])),
  );
  const recall = mean(
    matches.flatMap(({ right, missing }) => (right + missing > 0 ? right / (right + missing) : [])),
  );
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function shinglesOf(text: string): Map<string, number> {
  // Python's \w+
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const shingles = new Map<string, number>();
  for (let at = 0; at < Math.max(1, words.length - SHINGLE_WORDS + 1); at += 1) {
    const shingle = words.slice(at, at + SHINGLE_WORDS).join("\u0001");
    if (shingle !== "") shingles.set(shingle, (shingles.get(shingle) ?? 0) + 1);
  }
  return shingles;
}
