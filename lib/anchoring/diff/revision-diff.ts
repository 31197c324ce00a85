import type { TextWithBlocks } from "../blocks.ts";
import type { Span } from "../spans.ts";
import {
  cutMatches,
  type Pair,
  type Piece,
  type Placed,
  pairBlocks,
  placeWords,
  stretchOf,
  wordsOf,
} from "./block-pairs.ts";
import type { Match } from "./word-diff.ts";

/**
 * What became of a stretch of a block. `same`: it stands in the other text, in the block this one became. `moved`:
 * its words stand elsewhere in the other text. The two texts of a `same` stretch may differ in what `fold` ignores.
 */
export type Run = Span & { kind: "same" | "removed" | "added" | "moved" };

/**
 * A block of the older text beside the block it became. `before` and `after` are indexes of blocks, null where there
 * is none. A block's runs, put together, are the block; the `same` runs of both sides belong together, first to
 * first. `moved`: the block left the order of the others, whether or not it changed as well.
 */
export type DiffRow = {
  kind: "same" | "changed" | "added" | "removed" | "moved";
  before: number | null;
  after: number | null;
  beforeRuns: Run[];
  afterRuns: Run[];
};

/**
 * Two texts block by block, in the order of the newer one; removed blocks where they stood. `matches`: what
 * `matchWords` says of the two. Two blocks belong together when they share enough of their words, each with one
 * other at most: of a block that was cut in two, the larger part goes on, the words of the smaller have moved.
 */
export function diffRevisions(
  older: TextWithBlocks,
  newer: TextWithBlocks,
  matches: readonly Match[],
): DiffRow[] {
  const before = placeWords(older);
  const after = placeWords(newer);
  const pieces = cutMatches(before, after, matches);
  const pairs = pairBlocks(before, after, pieces);
  const told = tellApart(before, after, { pieces, pairs });
  return inReadingOrder(pairs, before.blocks.length, after.blocks.length).map((row) => {
    const beforeRuns = row.before === null ? [] : (told.before[row.before] ?? []);
    const afterRuns = row.after === null ? [] : (told.after[row.after] ?? []);
    const isSame = [...beforeRuns, ...afterRuns].every(({ kind }) => kind === "same");
    const looksSame = before.blocks[row.before ?? -1]?.type === after.blocks[row.after ?? -1]?.type;
    const kind = row.kind === "changed" && isSame && looksSame ? "same" : row.kind;
    return { ...row, kind, beforeRuns, afterRuns };
  });
}

/**
 * A row's runs as one text: what was taken out before what was put in, between the stretches that stayed, which
 * are the newer text's.
 */
export function inOneText({ beforeRuns, afterRuns }: DiffRow): { side: "before" | "after"; run: Run }[] {
  const merged: { side: "before" | "after"; run: Run }[] = [];
  const olds = beforeRuns.values();
  const tellGone = () => {
    // Not for…of, which would end the runs with the first that stayed.
    for (let next = olds.next(); next.value && next.value.kind !== "same"; next = olds.next())
      merged.push({ side: "before", run: next.value });
  };
  tellGone();
  for (const run of afterRuns) {
    merged.push({ side: "after", run });
    if (run.kind === "same") tellGone();
  }
  return merged;
}

/** Words. Fewer that stand elsewhere are there by chance: a full stop, an "of the". */
const LEAST_MOVED = 4;

type Found = { pieces: readonly Piece[]; pairs: readonly Pair[] };

/** The runs of each block of both texts. */
function tellApart(before: Placed, after: Placed, { pieces, pairs }: Found) {
  const whole = pairs.filter(({ isWhole }) => isWhole);
  const kept = new Set(pairs.flatMap((pair) => pair.pieces));
  const moved = pieces.filter((piece) => piece.count >= LEAST_MOVED && !kept.has(piece));
  const grown = grow(before, after, { pairs, held: [...kept, ...moved] });
  const sides = {
    before: { placed: before, rest: "removed", whole: new Set(whole.map((pair) => pair.before)) },
    after: { placed: after, rest: "added", whole: new Set(whole.map((pair) => pair.after)) },
  } as const;
  const runsOf = (side: "before" | "after"): Run[][] => {
    const { placed } = sides[side];
    const run = (kind: Run["kind"]) => (piece: Piece) => ({
      kind,
      ...stretchOf(placed, piece[side], piece.count),
    });
    const found = [...grown.map(run("same")), ...moved.map(run("moved"))].sort((a, b) => a.start - b.start);
    return fillBlocks(found, sides[side]);
  };
  return { before: runsOf("before"), after: runsOf("after") };
}

/**
 * What stayed in each pair of blocks, with the equal words beside it and at both ends that nothing holds. The
 * words of two texts are not always matched where a person would: a full stop may have been given away.
 */
function grow(
  before: Placed,
  after: Placed,
  { pairs, held }: { pairs: readonly Pair[]; held: readonly Piece[] },
): Piece[] {
  const isHeld = { before: new Uint8Array(before.words.count), after: new Uint8Array(after.words.count) };
  const hold = (piece: Piece) => {
    isHeld.before.fill(1, piece.before, piece.before + piece.count);
    isHeld.after.fill(1, piece.after, piece.after + piece.count);
  };
  for (const piece of held) hold(piece);
  const areFree = (old: number, now: number) =>
    isHeld.before[old] === 0 &&
    isHeld.after[now] === 0 &&
    before.words.hashes[old] === after.words.hashes[now];
  return pairs.flatMap((pair) => {
    const [olds, news] = [wordsOf(before, pair.before), wordsOf(after, pair.after)];
    const begin = { before: olds.first, after: news.first, count: 0, isMoved: false };
    const end = { before: olds.end, after: news.end, count: 0, isMoved: false };
    const grown = [begin, ...pair.pieces, end].map((piece): Piece => {
      let { before: old, after: now, count } = piece;
      while (old + count < olds.end && now + count < news.end && areFree(old + count, now + count))
        count += 1;
      for (; old > olds.first && now > news.first && areFree(old - 1, now - 1); count += 1) {
        old -= 1;
        now -= 1;
      }
      const longer = { ...piece, before: old, after: now, count };
      hold(longer);
      return longer;
    });
    return grown.flatMap((piece) => giveNumbersBack(before, after, piece));
  });
}

/**
 * Without the words at its ends that are written together with a number outside it, or as a number with words
 * outside: that 1.4 became 2.4 is told as that, not as a 1 that became a 2 before ".4".
 */
function giveNumbersBack(before: Placed, after: Placed, piece: Piece): Piece[] {
  let { before: old, after: now, count } = piece;
  const isCut = (first: number, second: number) => isOneNumber(before, first) || isOneNumber(after, second);
  while (count > 0 && isCut(old - 1, now - 1)) {
    old += 1;
    now += 1;
    count -= 1;
  }
  while (count > 0 && isCut(old + count - 1, now + count - 1)) count -= 1;
  return count > 0 ? [{ ...piece, before: old, after: now, count }] : [];
}

/** Whether a word and the next one have no blank between them, and a digit in one of them. */
function isOneNumber({ text, words: { starts, ends } }: Placed, word: number): boolean {
  const [start, end, next] = [starts[word], ends[word], starts[word + 1]];
  if (start === undefined || end === undefined || end !== next) return false;
  return /\p{Nd}/u.test(text.slice(start, ends[word + 1]));
}

type Side = { placed: Placed; rest: "removed" | "added"; whole: ReadonlySet<number> };

/** Puts the rest of each block between the stretches that were found, which stand in order. */
function fillBlocks(found: readonly Run[], { placed, rest, whole }: Side): Run[][] {
  let next = 0;
  return placed.blocks.map(({ start, end }, index): Run[] => {
    const runs: Run[] = [];
    let from = start;
    for (let run = found[next]; run !== undefined && run.start < end; run = found[next]) {
      if (from < run.start) runs.push({ start: from, end: run.start, kind: rest });
      runs.push(run);
      from = run.end;
      next += 1;
    }
    if (whole.has(index)) return [{ start, end, kind: "same" }];
    if (from < end) runs.push({ start: from, end, kind: rest });
    return runs;
  });
}

type Place = Pick<DiffRow, "kind" | "before" | "after">;

/** A place for every block: the newer text's order, and what was removed behind what it stood behind. */
function inReadingOrder(pairs: readonly Pair[], beforeCount: number, afterCount: number): Place[] {
  const olds = new Set(pairs.map((pair) => pair.before));
  const byAfter = new Map(pairs.map((pair) => [pair.after, pair]));
  const line = pairs.filter((pair) => !pair.isMoved).map((pair) => pair.before);
  const places: Place[] = [];
  const tellRemoved = (from: number, to: number) => {
    for (let before = from; before < to; before += 1)
      if (!olds.has(before)) places.push({ kind: "removed", before, after: null });
  };
  let passed = 0;
  tellRemoved(0, line[0] ?? beforeCount);
  for (let after = 0; after < afterCount; after += 1) {
    const pair = byAfter.get(after);
    if (pair === undefined) places.push({ kind: "added", before: null, after });
    else places.push({ kind: pair.isMoved ? "moved" : "changed", before: pair.before, after });
    if (pair === undefined || pair.isMoved) continue;
    passed += 1;
    tellRemoved(pair.before + 1, line[passed] ?? beforeCount);
  }
  return places;
}
