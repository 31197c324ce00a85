import { extentOf, rowsOf, type Segment } from "./segments.ts";

/** A line of one column. `cells` are its parts with wide gaps between; all other facts are of the whole line. */
export type Line = Segment & { cells: Segment[] };

/** The lines of a stretch of text, top to bottom. */
export function linesOf(flow: readonly Segment[]): Line[] {
  return rowsOf(flow).map((cells) => {
    const main = cells.reduce((a, b) => (b.text.length > a.text.length ? b : a));
    const inOrder = main.isRtl ? cells.toReversed() : cells;
    return {
      ...main,
      cells,
      text: inOrder.map(({ text }) => text).join(" "),
      ...extentOf(cells),
      isMono: cells.every(({ isMono }) => isMono),
    };
  });
}

/** The type most of a document is set in, and how far apart its lines stand, by size, in points. */
export type Typography = { size: number; font: string; isMono: boolean; leading: (size: number) => number };

/** Without lines of a size to go by, lines stand this many sizes apart. */
const USUAL_LEADING = 1.2;

/** Measures a document's type, by the number of its characters. */
export function typographyOf(flows: readonly (readonly Line[])[]): Typography {
  const sizes = new Tally<number>();
  const fonts = new Tally<string>();
  const leadings = new Map<number, Tally<number>>();
  let mono = 0;
  let all = 0;
  for (const [index, line, lines] of flows.flatMap((flow) =>
    flow.map((each, at) => [at, each, flow] as const),
  )) {
    const size = rounded(line.size);
    sizes.add(size, line.text.length);
    fonts.add(line.font, line.text.length);
    all += line.text.length;
    if (line.isMono) mono += line.text.length;
    const next = lines[index + 1];
    if (next === undefined || rounded(next.size) !== size) continue;
    const tally = leadings.get(size) ?? new Tally<number>();
    leadings.set(size, tally.add(rounded(next.baseline - line.baseline), 1));
  }
  const leading = (size: number) => leadings.get(rounded(size))?.most() ?? size * USUAL_LEADING;
  return { size: sizes.most() ?? 10, font: fonts.most() ?? "", isMono: mono * 2 > all, leading };
}

/** To half a point: printing programs are not more exact. */
export function rounded(points: number): number {
  return Math.round(points * 2) / 2;
}

class Tally<T> {
  readonly #counts = new Map<T, number>();

  add(value: T, count: number): this {
    this.#counts.set(value, (this.#counts.get(value) ?? 0) + count);
    return this;
  }

  /** The value counted most, the smallest of several. */
  most(): T | undefined {
    const ranked = [...this.#counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    return ranked[0]?.[0];
  }
}
