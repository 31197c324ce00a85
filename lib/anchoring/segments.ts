import { type Block, type InlineMark, outermostFirst } from "./blocks.ts";
import type { Span } from "./spans.ts";

/** Something that covers a stretch of an article, a claim's passage say. Ids are unique among the spans of one call. */
export type CoveringSpan = Span & { id: string };

/**
 * A piece of a block over which nothing changes: the same spans cover all of it, the same marks hold.
 * `covering`: outermost first (the earlier start, then the longer, then by id). `startsIds` and `endsIds`:
 * the spans whose first or last piece this is, so that a span over several blocks starts and ends once.
 */
export type Segment = Span & {
  covering: string[];
  marks: InlineMark[];
  startsIds: string[];
  endsIds: string[];
};

export type CutBlock = { block: Block; segments: Segment[] };

/**
 * Cuts one block. A span reaching beyond it starts or ends elsewhere. `reach`: the block with the gaps before and
 * after it, when spans may begin or end in those.
 */
export function cutSegments({
  block,
  spans,
  reach = block,
}: {
  block: Block;
  spans: readonly CoveringSpan[];
  reach?: Span;
}): Segment[] {
  return cut(block, inOrder(spans), reach);
}

/**
 * Cuts a whole article in one sweep: O(n log n) in the number of spans, plus the size of what comes out.
 * The segments of a block, put together, are its text. Empty spans cover nothing.
 */
export function cutArticle(article: {
  blocks: readonly Block[];
  spans: readonly CoveringSpan[];
}): CutBlock[] {
  const spans = inOrder(article.spans);
  let next = 0;
  let open: CoveringSpan[] = [];
  return article.blocks.map((block, index) => {
    for (let span = spans[next]; span !== undefined && span.start < block.end; span = spans[next]) {
      open.push(span);
      next += 1;
    }
    open = open.filter((span) => span.end > block.start);
    return { block, segments: cut(block, open, reachOf(article.blocks, index)) };
  });
}

/** A block with the gaps before and after it, in which no text stands. */
export function reachOf(blocks: readonly Span[], index: number): Span {
  return {
    start: blocks[index - 1]?.end ?? Number.NEGATIVE_INFINITY,
    end: blocks[index + 1]?.start ?? Number.POSITIVE_INFINITY,
  };
}

function inOrder(spans: readonly CoveringSpan[]): CoveringSpan[] {
  return spans
    .filter((span) => span.start < span.end)
    .sort((a, b) => outermostFirst(a, b) || (a.id < b.id ? -1 : 1));
}

/** `reach`: the block with the gaps around it. A span whose end lies in a gap ends in this block. */
function cut(block: Block, spans: readonly CoveringSpan[], reach: Span): Segment[] {
  const points = cutPoints(block, [...spans, ...block.marks]);
  const spansAt = sweep(spans);
  const marksAt = sweep(block.marks.toSorted(outermostFirst));
  return points.slice(1).map((end, index) => {
    const start = points[index] ?? block.start;
    const firstStart = start === block.start ? reach.start : start;
    const lastEnd = end === block.end ? reach.end : end;
    const covering = spansAt(start);
    return {
      start,
      end,
      covering: covering.map((span) => span.id),
      marks: marksAt(start),
      startsIds: covering.filter((span) => span.start >= firstStart).map((span) => span.id),
      endsIds: covering.filter((span) => span.end <= lastEnd).map((span) => span.id),
    };
  });
}

function cutPoints(block: Block, stretches: readonly Span[]): number[] {
  const points = new Set([block.start, block.end]);
  for (const { start, end } of stretches) {
    if (start > block.start && start < block.end) points.add(start);
    if (end > block.start && end < block.end) points.add(end);
  }
  return [...points].sort((a, b) => a - b);
}

/** Answers, for points asked in rising order, which of `sorted` (by start) lie over the point. */
function sweep<T extends Span>(sorted: readonly T[]): (point: number) => T[] {
  let next = 0;
  let open: T[] = [];
  return (point) => {
    open = open.filter((item) => item.end > point);
    for (let item = sorted[next]; item !== undefined && item.start <= point; item = sorted[next]) {
      if (item.end > point) open.push(item);
      next += 1;
    }
    return open;
  };
}
