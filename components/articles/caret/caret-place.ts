import { offsetInSight } from "#components/articles/selecting/words-in-text.ts";
import { blockAt, type CaretText, unitAt } from "#lib/anchoring/caret.ts";
import type { CaretPlace } from "#lib/anchoring/caret-lines.ts";
import { boundaryBefore } from "#lib/anchoring/graphemes.ts";
import { rangeOfSpan } from "#lib/anchoring/selection.ts";
import { BLOCK_START, offsetsOfRange } from "#lib/anchoring/text-tree.ts";

type DomPoint = { node: Node; offset: number };

/** Where in the window a caret at `at` stands; null when its words are not drawn. */
export function placeInWindow(root: HTMLElement, text: CaretText, at: number): CaretPlace | null {
  const element = blockElement(root, text, at);
  if (element === null) return null;
  const ahead = unitAt(text, at, "character");
  const span = ahead ?? { start: boundaryBefore(text.text, at - 1), end: at };
  const range = rangeOfSpan(element, span);
  if (range === null) return null;
  const around = range.getClientRects()[0] ?? element.getBoundingClientRect();
  range.collapse(ahead !== null);
  // Between letters written one way and the other only the browser knows which edge is meant.
  const exact = range.getClientRects()[0];
  const isRight = (getComputedStyle(element).direction === "rtl") === (ahead !== null);
  const { top, bottom } = exact && exact.height > 0 ? exact : around;
  return { x: exact?.left ?? (isRight ? around.right : around.left), top, bottom };
}

/** The element of the block a caret stands in. */
export function blockElement(root: HTMLElement, text: CaretText, at: number): HTMLElement | null {
  const block = blockAt(text, at);
  return block ? root.querySelector<HTMLElement>(`[${BLOCK_START}="${block.start}"]`) : null;
}

/** The offset a press at this place of the window would put a caret at; null outside the words under `root`. */
export function offsetAt(root: HTMLElement, { x, y }: { x: number; y: number }): number | null {
  const found = document.caretPositionFromPoint?.(x, y);
  return found && root.contains(found.offsetNode)
    ? offsetOf(root, { node: found.offsetNode, offset: found.offset })
    : null;
}

/**
 * The place in the words under `root` that is nearest to a place of the window beside them: in the same line, before
 * everything above them and after everything below. Null where something lies over the words.
 */
export function placeNear(root: HTMLElement, { x, y }: { x: number; y: number }): DomPoint | null {
  const { left, right, top, bottom } = root.getBoundingClientRect();
  if (y < top) return { node: root, offset: 0 };
  if (y > bottom) return { node: root, offset: root.childNodes.length };
  const inside = Math.min(Math.max(x, left + 1), right - 1);
  const found = document.caretPositionFromPoint?.(inside, Math.max(y, TOP));
  return found && root.contains(found.offsetNode) ? { node: found.offsetNode, offset: found.offset } : null;
}

/** Whether a caret at `at` could be seen. */
export function isInSight(root: HTMLElement, text: CaretText, at: number): boolean {
  const place = placeInWindow(root, text, at);
  return place !== null && place.top >= TOP && place.bottom <= innerHeight;
}

/** Where the first line in sight begins. */
export function firstOffsetInSight(root: HTMLElement): number {
  const { left, right, top } = root.getBoundingClientRect();
  const y = Math.max(top, TOP) + LINE;
  const x = getComputedStyle(root.firstElementChild ?? root).direction === "rtl" ? right - LINE : left + 1;
  return offsetAt(root, { x, y }) ?? offsetInSight(root);
}

function offsetOf(root: HTMLElement, end: DomPoint): number {
  const before = offsetsOfRange(root, { start: { node: root, offset: 0 }, end })?.end ?? 0;
  const element = end.node instanceof Element ? end.node : end.node.parentElement;
  // Before a block's first word the words end with the block above.
  return Math.max(before, Number(element?.closest(`[${BLOCK_START}]`)?.getAttribute(BLOCK_START) ?? 0));
}

/** Pixels at the top of the window that bars may cover, and about half a line. */
const TOP = 72;
const LINE = 14;
