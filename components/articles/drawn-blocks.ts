import type { Span } from "#lib/anchoring/spans.ts";

/** Which blocks of a text have their marks drawn. Those out of sight wait until they come near. */
export type DrawnBlocks = {
  has: (index: number) => boolean;
  /** As the server drew them. */
  hadAtFirst: (index: number) => boolean;
  /** How many are drawn: changes with every further one. */
  count: () => number;
  subscribe: (onChange: () => void) => () => void;
  draw: (indexes: Iterable<number>) => void;
  /** The blocks in which these stand. */
  drawSpans: (spans: readonly Span[]) => void;
};

export function createDrawnBlocks(
  blocks: readonly Span[],
  hadAtFirst: (index: number) => boolean,
): DrawnBlocks {
  const listeners = new Set<() => void>();
  const drawn = new Set([...blocks.keys()].filter(hadAtFirst));
  const draw = (indexes: Iterable<number>) => {
    const before = drawn.size;
    for (const index of indexes) if (blocks[index]) drawn.add(index);
    if (drawn.size > before) for (const listener of [...listeners]) listener();
  };
  return {
    has: (index) => drawn.has(index),
    hadAtFirst,
    count: () => drawn.size,
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
