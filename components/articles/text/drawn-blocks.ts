import type { Span } from "#lib/anchoring/spans.ts";

/** Which blocks of a text have their marks drawn. Those out of sight wait until they come near. */
export type DrawnBlocks = {
  has: (index: number) => boolean;
  /** As the server drew them. */
  hadAtFirst: (index: number) => boolean;
  count: () => number;
  /** How many were drawn when no others were to follow at once: changes less often, for what is laid out by all of them. */
  countAtRest: () => number;
  subscribe: (onChange: () => void) => () => void;
  /** `isAll`: no others follow at once. */
  draw: (indexes: Iterable<number>, isAll?: boolean) => void;
  /** The blocks in which these stand. */
  drawSpans: (spans: readonly Span[]) => void;
};

export function createDrawnBlocks(
  blocks: readonly Span[],
  hadAtFirst: (index: number) => boolean,
): DrawnBlocks {
  const listeners = new Set<() => void>();
  const drawn = new Set([...blocks.keys()].filter(hadAtFirst));
  let countAtRest = drawn.size;
  const draw = (indexes: Iterable<number>, isAll = true) => {
    const before = [drawn.size, countAtRest];
    for (const index of indexes) if (blocks[index]) drawn.add(index);
    if (isAll) countAtRest = drawn.size;
    if (drawn.size !== before[0] || countAtRest !== before[1])
      for (const listener of [...listeners]) listener();
  };
  return {
    has: (index) => drawn.has(index),
    hadAtFirst,
    count: () => drawn.size,
    countAtRest: () => countAtRest,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    draw,
    drawSpans: (spans) =>
      draw(
        [...blocks.keys()].filter((index) => {
          const { start = 0, end = 0 } = blocks[index] ?? {};
          return spans.some((span) => span.start < end && span.end > start);
        }),
      ),
  };
}
