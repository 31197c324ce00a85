import { pairWords } from "./pair-words.ts";
import type { WordPairs } from "./word-pairs.ts";
import { listWords } from "./words.ts";

/** A run of words standing in both texts. Offsets UTF-16. `isMoved`: out of order relative to the main line. */
export type Match = {
  beforeStart: number;
  beforeEnd: number;
  afterStart: number;
  afterEnd: number;
  isMoved: boolean;
};

/**
 * The runs of equal words of two texts, ordered by `beforeStart`, overlapping in neither. Words are compared as
 * `fold` sees them, so the characters of a run may differ; white space between its words always may.
 */
export function matchWords(before: string, after: string): Match[] {
  const pairs = pairWords(listWords(before), listWords(after));
  const runs = runsOf(pairs);
  return Array.from({ length: runs.count }, (_, run) => {
    const beforeFirst = runs.beforeStarts[run] ?? 0;
    const afterFirst = runs.afterStarts[run] ?? 0;
    const length = runs.lengths[run] ?? 0;
    return {
      beforeStart: pairs.before.starts[beforeFirst] ?? 0,
      beforeEnd: pairs.before.ends[beforeFirst + length - 1] ?? 0,
      afterStart: pairs.after.starts[afterFirst] ?? 0,
      afterEnd: pairs.after.ends[afterFirst + length - 1] ?? 0,
      isMoved: runs.isMoved[run] === 1,
    };
  });
}

/** Runs of pairs side by side in both texts, in the order of the older one. Indexes and lengths count words. */
export type Runs = {
  count: number;
  beforeStarts: Int32Array;
  afterStarts: Int32Array;
  lengths: Int32Array;
  isMoved: Uint8Array;
  /** The run of each word of the older text, -1 for none. */
  ofWord: Int32Array;
};

/** Gathers pairs into runs and says which of them left the main line: the heaviest chain in order in both texts. */
export function runsOf({ before, toAfter }: WordPairs): Runs {
  const ofWord = new Int32Array(before.count).fill(-1);
  const beforeStarts: number[] = [];
  const afterStarts: number[] = [];
  let previous = -2;
  for (let at = 0; at < before.count; at += 1) {
    const other = toAfter[at] ?? -1;
    if (other !== -1) {
      if (other !== previous + 1 || beforeStarts.length === 0) {
        beforeStarts.push(at);
        afterStarts.push(other);
      }
      ofWord[at] = beforeStarts.length - 1;
    }
    previous = other === -1 ? -2 : other;
  }
  const count = beforeStarts.length;
  const lengths = new Int32Array(count);
  for (const run of ofWord) if (run !== -1) lengths[run] = (lengths[run] ?? 0) + 1;
  const starts = Int32Array.from(afterStarts);
  return {
    count,
    beforeStarts: Int32Array.from(beforeStarts),
    afterStarts: starts,
    lengths,
    isMoved: outOfOrder(starts, lengths),
    ofWord,
  };
}

/** 1 for each run that is not in the heaviest increasing chain of `starts`. Fenwick tree over their ranks. */
function outOfOrder(starts: Int32Array, lengths: Int32Array): Uint8Array {
  const count = starts.length;
  const ranks = ranksOf(starts);
  const best = new Int32Array(count + 1);
  const bestRun = new Int32Array(count + 1).fill(-1);
  const previous = new Int32Array(count).fill(-1);
  let heaviest = 0;
  let last = -1;
  for (let run = 0; run < count; run += 1) {
    const rank = ranks[run] ?? 0;
    let weight = 0;
    for (let node = rank; node > 0; node -= node & -node) {
      if ((best[node] ?? 0) <= weight) continue;
      weight = best[node] ?? 0;
      previous[run] = bestRun[node] ?? -1;
    }
    weight += lengths[run] ?? 0;
    for (let node = rank + 1; node <= count; node += node & -node) {
      if ((best[node] ?? 0) >= weight) continue;
      best[node] = weight;
      bestRun[node] = run;
    }
    if (weight > heaviest) {
      heaviest = weight;
      last = run;
    }
  }
  const isMoved = new Uint8Array(count).fill(1);
  for (let run = last; run !== -1; run = previous[run] ?? -1) isMoved[run] = 0;
  return isMoved;
}

/** How many starts are smaller, for each. */
function ranksOf(starts: Int32Array): Int32Array {
  const sorted = Int32Array.from(starts).sort();
  return starts.map((start) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    return low;
  });
}
