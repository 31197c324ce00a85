import type { Block } from "#lib/anchoring/blocks.ts";
import type { Span } from "#lib/anchoring/spans.ts";

/** Part of an article. `offset` is where it begins in the whole text; its blocks count from its own start. */
export type Excerpt = { offset: number; text: string; blocks: Block[] };

/** The parts of a text that `spans` cover, in reading order; what overlaps or only white space divides is one part. */
export function excerptsOf({
  text,
  blocks,
  spans,
}: {
  text: string;
  blocks: readonly Block[];
  spans: readonly Span[];
}): Excerpt[] {
  return merged(text, spans).map(({ start, end }) => ({
    offset: start,
    text: text.slice(start, end),
    blocks: blocks.flatMap((block) => {
      const marks = block.marks.flatMap((mark) => clipped(mark, { start, end }));
      return clipped({ ...block, marks }, { start, end });
    }),
  }));
}

function merged(text: string, spans: readonly Span[]): Span[] {
  const parts: Span[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = parts.at(-1);
    if (last && text.slice(last.end, start).trim() === "") last.end = Math.max(last.end, end);
    else parts.push({ start, end });
  }
  return parts;
}

/** The part of `stretch` inside `span`, counted from the span's start; nothing when they do not meet. */
function clipped<Stretch extends Span>(stretch: Stretch, span: Span): Stretch[] {
  const start = Math.max(stretch.start, span.start) - span.start;
  const end = Math.min(stretch.end, span.end) - span.start;
  return start < end ? [{ ...stretch, start, end }] : [];
}
