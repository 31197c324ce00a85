"use client";

import { type RefObject, useEffect } from "react";
import { rangeOfSpan } from "#lib/anchoring/selection.ts";
import type { Span } from "#lib/anchoring/spans.ts";
import { BLOCK_START } from "#lib/anchoring/text-tree.ts";

/**
 * Shows many spans as the browser's highlight `name`, none of them across blocks. `redrawn`: changes when the text has
 * been drawn anew.
 */
export function useHighlights(
  name: string,
  root: RefObject<HTMLElement | null>,
  spans: readonly Span[],
  redrawn: unknown,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: `redrawn` says that the ranges must be found again
  useEffect(() => {
    if (root.current === null || spans.length === 0 || !("highlights" in CSS)) return;
    CSS.highlights.set(name, new Highlight(...rangesOf(root.current, spans)));
    return () => {
      CSS.highlights.delete(name);
    };
  }, [name, root, spans, redrawn]);
}

/** Each looked for in its own block: from the beginning of the text each would cost a walk through all of it. */
function rangesOf(root: HTMLElement, spans: readonly Span[]): Range[] {
  const blocks = [...root.querySelectorAll<HTMLElement>(`[${BLOCK_START}]`)]
    .map((element) => ({ element, start: Number(element.getAttribute(BLOCK_START)) }))
    .sort((a, b) => a.start - b.start);
  let at = 0;
  return spans
    .toSorted((a, b) => a.start - b.start)
    .flatMap((span) => {
      while ((blocks[at + 1]?.start ?? Number.POSITIVE_INFINITY) <= span.start) at += 1;
      const block = blocks[at]?.element;
      return (block && rangeOfSpan(block, span)) ?? [];
    });
}
