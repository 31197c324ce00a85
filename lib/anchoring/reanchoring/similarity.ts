import { foldsAlone } from "../diff/code-units.ts";
import { type FoldBuffer, foldBuffer, foldInto } from "../diff/fold.ts";

/** Whether two stretches of text are the same in the folded view. */
export function isAlike(a: string, b: string): boolean {
  foldDifference(a, b);
  if (own.length !== other.length) return false;
  for (let at = 0; at < own.length; at += 1) if (own.units[at] !== other.units[at]) return false;
  return true;
}

/**
 * How alike two stretches of text are in the folded view, 0 to 1: one minus their edit distance (insertions,
 * deletions and replacements of code units) over the length of the longer. 1 only for the same.
 */
export function similarity(a: string, b: string): number {
  const cut = foldDifference(a, b);
  return 1 - distanceOf(own, other) / Math.max(1, cut + Math.max(own.length, other.length));
}

/** Fewest code units to insert, delete or replace to turn one folded text into the other. */
export function editDistance(a: string, b: string): number {
  foldInto(own, a, 0, a.length);
  foldInto(other, b, 0, b.length);
  return distanceOf(own, other);
}

/** What is compared, folded. */
const own = foldBuffer();
const other = foldBuffer();

/**
 * Folds both without what they begin and end with alike: it is cut off between letters, which fold one by one.
 * Answers how many code units were cut off.
 */
function foldDifference(a: string, b: string): number {
  const start = equalStart(a, b);
  const end = equalEnd(a, b, Math.min(a.length, b.length) - start);
  foldInto(own, a, start, a.length - end);
  foldInto(other, b, start, b.length - end);
  return start + end;
}

function equalStart(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a.charCodeAt(start) === b.charCodeAt(start)) start += 1;
  if (start === a.length && start === b.length) return start;
  do start -= 1;
  while (start > 0 && !(foldsAlone(a.charCodeAt(start - 1)) && foldsAlone(a.charCodeAt(start))));
  return Math.max(0, start);
}

function equalEnd(a: string, b: string, most: number): number {
  let end = 0;
  while (end < most && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end += 1;
  do end -= 1;
  while (
    end > 0 &&
    !(foldsAlone(a.charCodeAt(a.length - end - 1)) && foldsAlone(a.charCodeAt(a.length - end)))
  );
  return Math.max(0, end);
}

/** Units of a buffer that differ, end exclusive. */
type Part = { units: Uint16Array; start: number; end: number };

function distanceOf(a: FoldBuffer, b: FoldBuffer): number {
  let start = 0;
  while (start < a.length && start < b.length && a.units[start] === b.units[start]) start += 1;
  let aEnd = a.length;
  let bEnd = b.length;
  while (aEnd > start && bEnd > start && a.units[aEnd - 1] === b.units[bEnd - 1]) {
    aEnd -= 1;
    bEnd -= 1;
  }
  return distanceInPieces({ units: a.units, start, end: aEnd }, { units: b.units, start, end: bEnd });
}

/** Units of the longer part compared at once. No claim is that long, and the time grows with the square. */
const LONGEST_PIECE = 4_000;

/** Of parts longer than any claim at most the distance, as they are compared piece by piece. */
function distanceInPieces(a: Part, b: Part): number {
  const [aLength, bLength] = [a.end - a.start, b.end - b.start];
  const pieces = Math.ceil(Math.max(aLength, bLength) / LONGEST_PIECE);
  let distance = 0;
  for (let piece = 0; piece < pieces; piece += 1) {
    const cut = ({ units, start }: Part, length: number): Part => ({
      units,
      start: start + Math.floor((length * piece) / pieces),
      end: start + Math.floor((length * (piece + 1)) / pieces),
    });
    distance += pieceDistance(cut(a, aLength), cut(b, bLength));
  }
  return distance;
}

function pieceDistance(a: Part, b: Part): number {
  const [aLength, bLength] = [a.end - a.start, b.end - b.start];
  if (aLength === 0 || bLength === 0) return Math.max(aLength, bLength);
  return aLength <= bLength ? blockDistance(a, b) : blockDistance(b, a);
}

const BITS = 32;
/** For each code unit, where in the current block of the pattern it stands. Zero again after each use. */
const places = new Int32Array(0x10000);
/** Horizontal differences at the lower edge of the last block, one for each unit of the text. */
let edge = new Int8Array(256);

/**
 * Myers' bit-parallel edit distance in Hyyrö's form for blocks of 32 pattern characters, one block at a time along
 * the whole text; the horizontal differences at the lower edge of a block are carried into the next.
 * G. Myers, "A fast bit-vector algorithm for approximate string matching", JACM 46 (1999); H. Hyyrö (2003).
 */
function blockDistance(pattern: Part, text: Part): number {
  const width = text.end - text.start;
  if (edge.length < width) edge = new Int8Array(2 * width);
  edge.fill(1, 0, width);
  for (let from = pattern.start; from < pattern.end; from += BITS) advanceBlock(pattern, text, from);
  let distance = pattern.end - pattern.start;
  for (let column = 0; column < width; column += 1) distance += edge[column] ?? 0;
  return distance;
}

/** Carries the edge from above the block at `from` to below it. */
function advanceBlock(pattern: Part, text: Part, from: number): void {
  const height = Math.min(BITS, pattern.end - from);
  for (let row = 0; row < height; row += 1) {
    const unit = pattern.units[from + row] ?? 0;
    places[unit] = (places[unit] ?? 0) | (1 << row);
  }
  const last = 1 << (height - 1);
  let positive = -1;
  let negative = 0;
  for (let at = text.start; at < text.end; at += 1) {
    const carried = edge[at - text.start] ?? 0;
    let equal = places[text.units[at] ?? 0] ?? 0;
    const vertical = equal | negative;
    if (carried < 0) equal |= 1;
    const diagonal = (((equal & positive) + positive) ^ positive) | equal;
    let up = negative | ~(diagonal | positive);
    let down = positive & diagonal;
    edge[at - text.start] = (up & last) !== 0 ? 1 : (down & last) !== 0 ? -1 : 0;
    up = (up << 1) | (carried > 0 ? 1 : 0);
    down = (down << 1) | (carried < 0 ? 1 : 0);
    positive = down | ~(vertical | up);
    negative = up & vertical;
  }
  for (let row = 0; row < height; row += 1) places[pattern.units[from + row] ?? 0] = 0;
}
