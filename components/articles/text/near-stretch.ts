import { firstWhere } from "#lib/anchoring/first-where.ts";

/** A part of a text: from `start` up to `end`, in UTF-16 code units, the end infinite where the text ends in it. */
export type Stretch = {
  start: number;
  end: number;
  /** Where its blocks begin, in rising order, with the end of the last one: offsets and pixels from the page's top. */
  lines: readonly { at: number; top: number }[];
};

/**
 * The blocks that stand between two heights of the page, in pixels from its top. `starts`: the offsets the blocks
 * begin at. `place` is asked for few of them: each stands lower than the one before. `length`: of the whole text.
 */
export function nearStretch(
  starts: readonly number[],
  place: (index: number) => { top: number; bottom: number },
  { from, to, length }: { from: number; to: number; length: number },
): Stretch {
  const first = firstWhere(starts.length, (index) => place(index).bottom > from);
  const after = firstWhere(starts.length, (index) => place(index).top >= to);
  const end = starts[after] ?? Number.POSITIVE_INFINITY;
  const lines = starts.slice(first, after).map((at, index) => ({ at, top: place(first + index).top }));
  if (after > first) lines.push({ at: starts[after] ?? length, top: place(after - 1).bottom });
  return { start: starts[first] ?? Number.POSITIVE_INFINITY, end, lines };
}

/** About where in the page an offset of the stretch stands: as far down its block as it is into its words. */
export function topIn({ lines }: Stretch, offset: number): number | null {
  const index = firstWhere(lines.length, (at) => (lines[at]?.at ?? 0) > offset) - 1;
  const [block, next] = [lines[index], lines[index + 1]];
  if (!block || !next) return null;
  return block.top + ((offset - block.at) / (next.at - block.at)) * (next.top - block.top);
}
