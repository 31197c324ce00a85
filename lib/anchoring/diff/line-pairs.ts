import type { Region, WordPairs } from "./word-pairs.ts";
import { type WordList, weightOf } from "./words.ts";

/** Lines of one side times lines of the other; past it a region is not looked at line by line. */
const MOST_LINE_PAIRS = 900;
/** Share of the words of the shorter line that both must have in common. */
const LEAST_COMMON = 0.3;

/**
 * Cuts a region into pairs of lines in order, those with most words in common. Of two lines much alike only one of
 * which is left, the words would otherwise be taken half from the one and half from the other. A region within one
 * line on each side stays whole.
 */
export function pairLines(pairs: WordPairs, region: Region): Region[] {
  const own = linesOf(pairs.before, region.beforeStart, region.beforeEnd);
  const others = linesOf(pairs.after, region.afterStart, region.afterEnd);
  if (own.length * others.length === 1) return [region];
  if (own.length * others.length > MOST_LINE_PAIRS) return [region];
  const common = own.map((line) => {
    const words = countWords(pairs.before, line);
    return others.map((other) => commonWeight(words, pairs.after, other));
  });
  favourSameLine(pairs, region, common);
  return heaviestInOrder(common).map(([row, column]) => ({
    beforeStart: own[row]?.start ?? 0,
    beforeEnd: own[row]?.end ?? 0,
    afterStart: others[column]?.start ?? 0,
    afterEnd: others[column]?.end ?? 0,
  }));
}

/** Rests of one and the same line stand at an edge of the region; they belong together if they are alike at all. */
const SAME_LINE = 3;

function favourSameLine({ before, after }: WordPairs, region: Region, common: number[][]): void {
  const favour = (line: number[] | undefined, column: number) => {
    if (line !== undefined) line[column] = (line[column] ?? 0) * SAME_LINE;
  };
  if (before.opensLine[region.beforeStart] === 0 && after.opensLine[region.afterStart] === 0) {
    favour(common[0], 0);
  }
  if (before.opensLine[region.beforeEnd] === 0 && after.opensLine[region.afterEnd] === 0) {
    favour(common.at(-1), (common[0]?.length ?? 1) - 1);
  }
}

/** Indexes of words. */
type Line = { start: number; end: number; weight: number };

function linesOf(list: WordList, start: number, end: number): Line[] {
  const lines: Line[] = [];
  for (let word = start; word < end; word += 1) {
    const line = lines.at(-1);
    if (line === undefined || list.opensLine[word] === 1) {
      lines.push({ start: word, end: word + 1, weight: weightOf(list, word) });
    } else {
      line.end = word + 1;
      line.weight += weightOf(list, word);
    }
  }
  return lines;
}

type Words = { weight: number; counts: ReadonlyMap<number, number> };

function countWords(list: WordList, { start, end, weight }: Line): Words {
  const counts = new Map<number, number>();
  for (let word = start; word < end; word += 1) {
    const hash = list.hashes[word] ?? 0;
    counts.set(hash, (counts.get(hash) ?? 0) + 1);
  }
  return { weight, counts };
}

/** Weight of the words in common, 0 when that is too little to call it the same line. */
function commonWeight({ weight, counts }: Words, list: WordList, line: Line): number {
  const left = new Map(counts);
  let common = 0;
  for (let word = line.start; word < line.end; word += 1) {
    const count = left.get(list.hashes[word] ?? 0) ?? 0;
    if (count === 0) continue;
    left.set(list.hashes[word] ?? 0, count - 1);
    common += weightOf(list, word);
  }
  return common >= LEAST_COMMON * Math.min(weight, line.weight) ? common : 0;
}

/** The heaviest pairs of row and column that are in order, by dynamic programming from the end. */
function heaviestInOrder(weights: readonly (readonly number[])[]): [row: number, column: number][] {
  const width = weights[0]?.length ?? 0;
  const best: number[][] = [...weights.map(() => []), new Array<number>(width + 1).fill(0)];
  const at = (row: number, column: number) => best[row]?.[column] ?? 0;
  for (let row = weights.length - 1; row >= 0; row -= 1) {
    for (let column = width - 1; column >= 0; column -= 1) {
      const weight = weights[row]?.[column] ?? 0;
      const paired = weight === 0 ? 0 : at(row + 1, column + 1) + weight;
      const line = best[row];
      if (line !== undefined) line[column] = Math.max(at(row + 1, column), at(row, column + 1), paired);
    }
  }
  const found: [row: number, column: number][] = [];
  let row = 0;
  let column = 0;
  while (row < weights.length && column < width) {
    if (at(row, column) === at(row + 1, column)) row += 1;
    else if (at(row, column) === at(row, column + 1)) column += 1;
    else {
      found.push([row, column]);
      row += 1;
      column += 1;
    }
  }
  return found;
}
