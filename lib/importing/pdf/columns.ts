import { extentOf, rowsOf, type Segment } from "./segments.ts";

/** What a column of prose has at least: lines, half of them this wide in sizes of its type, and this full of words. */
const FEWEST_LINES = 3;
const NARROWEST = 8;
const FULLEST_TABLE = 0.65;
/** Places tried as a gutter on each stretch of a page: the most frequent edges. */
const MOST_GUTTERS = 12;
const MOST_SPLITS = 4;

type Band = { left: Segment[]; right: Segment[] };

/**
 * The page's stretches of text in the order they are read: columns one after the other, between what goes
 * across them. After the recursive X-Y cut of Nagy and Seth (1984), cutting only where both sides are prose.
 */
export function readingOrder(segments: readonly Segment[], depth = 0): Segment[][] {
  const bands = depth < MOST_SPLITS ? bestBands(segments) : null;
  if (bands === null) return segments.length > 0 ? [[...segments]] : [];
  const isRtl = segments.filter((segment) => segment.isRtl).length * 2 > segments.length;
  const flows: Segment[][] = [];
  let across: Segment[] = [];
  for (const band of bands) {
    if (!isColumnar(band)) {
      for (const segment of [...band.left, ...band.right]) across.push(segment);
      continue;
    }
    flows.push(across);
    across = [];
    const [first, second] = isRtl ? [band.right, band.left] : [band.left, band.right];
    flows.push(...readingOrder(first, depth + 1), ...readingOrder(second, depth + 1));
  }
  return [...flows, across].filter((flow) => flow.length > 0);
}

/** The page cut at the gutter with most lines beside it; null when there is none. */
function bestBands(segments: readonly Segment[]): Band[] | null {
  let best: { bands: Band[]; lines: number } | null = null;
  for (const gutter of gutters(segments)) {
    const bands = bandsAt(segments, gutter);
    const lines = bands.reduce(
      (sum, band) => sum + (isColumnar(band) ? Math.min(band.left.length, band.right.length) : 0),
      0,
    );
    if (lines > (best?.lines ?? 0)) best = { bands, lines };
  }
  return best?.bands ?? null;
}

function gutters(segments: readonly Segment[]): number[] {
  const counts = new Map<number, number>();
  for (const { left, right } of segments) {
    for (const edge of [left - 2, right + 2]) {
      const place = Math.round(edge / 2) * 2;
      counts.set(place, (counts.get(place) ?? 0) + 1);
    }
  }
  return [...counts]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, MOST_GUTTERS)
    .map(([place]) => place);
}

/** From top to bottom: stretches with nothing across the gutter, and between them each line that is. */
function bandsAt(segments: readonly Segment[], gutter: number): Band[] {
  const bands: Band[] = [];
  let open: Band | null = null;
  for (const segment of segments.toSorted((a, b) => a.baseline - b.baseline || a.left - b.left)) {
    if (segment.left < gutter - 1 && segment.right > gutter + 1) {
      bands.push({ left: [segment], right: [] });
      open = null;
      continue;
    }
    if (open === null) {
      open = { left: [], right: [] };
      bands.push(open);
    }
    (segment.right <= gutter + 1 ? open.left : open.right).push(segment);
  }
  return bands;
}

function isColumnar({ left, right }: Band): boolean {
  return isProse(left) && isProse(right) && overlap(left, right);
}

function isProse(segments: readonly Segment[]): boolean {
  const rows = rowsOf(segments);
  if (rows.length < FEWEST_LINES) return false;
  return median(rows.map(widthOf)) >= NARROWEST && median(rows.map(fullness)) > FULLEST_TABLE;
}

/** From the first word to the last, in sizes of the type. */
function widthOf(row: readonly Segment[]): number {
  const { left, right } = extentOf(row);
  return (right - left) / row.reduce((size, segment) => Math.max(size, segment.size), 1);
}

/** How much of a row's width is taken by words, from 0 to 1: rows of a table have gaps. */
export function fullness(row: readonly Segment[]): number {
  const taken = row.reduce((sum, { left, right, size }) => sum + (right - left) / size, 0);
  return taken / Math.max(widthOf(row), 0.001);
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

function overlap(a: readonly Segment[], b: readonly Segment[]): boolean {
  const top = Math.max(a[0]?.baseline ?? 0, b[0]?.baseline ?? 0);
  const bottom = Math.min(a.at(-1)?.baseline ?? 0, b.at(-1)?.baseline ?? 0);
  return bottom > top;
}
