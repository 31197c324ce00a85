"use client";

import { type RefObject, useEffect } from "react";
import { rangeOfSpan } from "#lib/anchoring/selection.ts";
import type { Span } from "#lib/anchoring/spans.ts";

/**
 * Shows `span` as the browser's highlight `name` (styled by `::highlight(name)`): it adds no nodes and outlives the
 * selection. `redrawn`: changes when the text has been drawn anew.
 */
export function useHighlight(
  name: string,
  root: RefObject<HTMLElement | null>,
  span: Span | null,
  redrawn: unknown,
): void {
  const start = span?.start;
  const end = span?.end;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `redrawn` says that the ranges must be found again
  useEffect(() => {
    if (root.current === null || start === undefined || end === undefined || !("highlights" in CSS)) return;
    const range = rangeOfSpan(root.current, { start, end });
    if (range === null) return;
    CSS.highlights.set(name, new Highlight(range));
    return () => {
      CSS.highlights.delete(name);
    };
  }, [name, root, start, end, redrawn]);
}
