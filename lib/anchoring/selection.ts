import type { Span } from "./spans.ts";
import { offsetsOfRange, rangeOfOffsets } from "./text-tree.ts";

/**
 * What a reader has selected, as offsets into the revision's text; null when that is no text of a block under
 * `root`. As selected: hand it to `trimSpan` before it becomes a passage. Blocks are elements with
 * `data-block-start`; what stands in an element with `data-not-text` is not text.
 */
export function offsetsOfSelection(root: HTMLElement, selection: Selection): Span | null {
  if (selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(root)) return null;
  return offsetsOfRange(root, {
    start: { node: range.startContainer, offset: range.startOffset },
    end: { node: range.endContainer, offset: range.endOffset },
  });
}

/** A live range over the words of `span`, to scroll to, to place a toolbar at, to highlight; null when not shown. */
export function rangeOfSpan(root: HTMLElement, span: Span): Range | null {
  const found = rangeOfOffsets(root, span);
  if (found === null) return null;
  const range = root.ownerDocument.createRange();
  // The walk began at an HTMLElement, so what it found are DOM nodes.
  range.setStart(found.start.node as Node, found.start.offset);
  range.setEnd(found.end.node as Node, found.end.offset);
  return range;
}
