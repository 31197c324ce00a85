import type { Piece } from "./pieces.ts";

/** Words on one line with no wide gap between: a line of a column, or one cell of a table. */
export type Segment = Omit<Piece, "isArtifact"> & { page: number; isArtifact: boolean };

/** In sizes of the type. Beyond the first, pieces are words apart; beyond the second they are columns apart. */
const WORD_GAP = 0.15;
const COLUMN_GAP = 1.15;
/** Raised and lowered characters stay within this much of their line, in sizes of the type. */
const SAME_LINE = 0.45;

/** The page's lines from top to bottom, each cut where its gaps are wide, left to right. */
export function segmentsOf(pieces: readonly Piece[], page: number): Segment[] {
  return rowsOf(pieces).flatMap((row) => runsOf(row).map((run) => segmentOf(run, page)));
}

/** Groups what stands on the same line, top to bottom, left to right. */
export function rowsOf<T extends { baseline: number; left: number; size: number }>(
  pieces: readonly T[],
): T[][] {
  const rows: { baseline: number; size: number; pieces: T[] }[] = [];
  for (const piece of pieces.toSorted((a, b) => a.baseline - b.baseline || a.left - b.left)) {
    const row = rows.at(-1);
    if (row && piece.baseline - row.baseline < SAME_LINE * Math.max(row.size, piece.size)) {
      row.pieces.push(piece);
      if (piece.size > row.size) Object.assign(row, { size: piece.size, baseline: piece.baseline });
    } else rows.push({ baseline: piece.baseline, size: piece.size, pieces: [piece] });
  }
  return rows.map((row) => row.pieces.toSorted((a, b) => a.left - b.left));
}

function runsOf(row: readonly Piece[]): Piece[][] {
  const runs: Piece[][] = [];
  let right = 0;
  for (const piece of row) {
    const run = runs.at(-1);
    const size = Math.max(run?.at(-1)?.size ?? 0, piece.size);
    const isApart = run === undefined || piece.left - right >= COLUMN_GAP * size;
    if (isApart) runs.push([piece]);
    else run.push(piece);
    right = isApart ? piece.right : Math.max(right, piece.right);
  }
  return runs;
}

/** From the first to the last, in points. (A file may hold more than a function takes arguments.) */
export function extentOf(pieces: readonly { left: number; right: number }[]): {
  left: number;
  right: number;
} {
  return pieces.reduce(
    (extent, { left, right }) => ({
      left: Math.min(extent.left, left),
      right: Math.max(extent.right, right),
    }),
    { left: Number.POSITIVE_INFINITY, right: Number.NEGATIVE_INFINITY },
  );
}

function segmentOf(run: readonly Piece[], page: number): Segment {
  const largest = run.reduce((a, b) => (b.text.length > a.text.length ? b : a));
  const isRtl = isMostlyRtl(run.map((piece) => piece.text).join(" "));
  return {
    text: joinPieces(isRtl ? rightToLeft(run) : run),
    ...extentOf(run),
    baseline: largest.baseline,
    size: largest.size,
    font: largest.font,
    isMono: run.every((piece) => piece.isMono),
    isRtl,
    isArtifact: run.every((piece) => piece.isArtifact),
    page,
  };
}

const RTL_LETTER =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/gu;

function isMostlyRtl(text: string): boolean {
  return (text.match(RTL_LETTER)?.length ?? 0) * 2 > (text.match(/\p{L}/gu)?.length ?? 0);
}

/** Characters for what letters look like in a place: ligatures, Arabic letters as they are joined. */
const SHAPES = /[\uFB00-\uFB4F\uFB50-\uFDFF\uFE70-\uFEFC]+/g;

/** Reading order of a line that runs from the right: within it, words of other scripts go on from the left. */
function rightToLeft(run: readonly Piece[]): Piece[] {
  const ordered: Piece[] = [];
  let foreign: Piece[] = [];
  for (const piece of run.toReversed()) {
    const isForeign = piece.text.match(RTL_LETTER) === null && /[\p{L}\p{N}]/u.test(piece.text);
    if (isForeign) foreign.unshift(piece);
    else {
      ordered.push(...foreign, piece);
      foreign = [];
    }
  }
  return [...ordered, ...foreign];
}

function joinPieces(pieces: readonly Piece[]): string {
  let text = "";
  let previous: Piece | null = null;
  for (const piece of pieces) {
    const gap = previous === null ? 0 : gapBetween(previous, piece);
    const limit = WORD_GAP * Math.min(piece.size, previous?.size ?? piece.size);
    text += gap > limit && !/\s$/.test(text) && !/^\s/.test(piece.text) ? ` ${piece.text}` : piece.text;
    previous = piece;
  }
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(SHAPES, (shapes) => shapes.normalize("NFKC"))
    .normalize("NFC");
}

function gapBetween(a: Piece, b: Piece): number {
  return Math.max(b.left - a.right, a.left - b.right);
}
