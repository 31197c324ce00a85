import type { Span } from "./spans.ts";

/** What the walk needs of a DOM node; every `Node` is one. */
export type TreeNode = {
  readonly nodeType: number;
  readonly nodeValue: string | null;
  readonly parentNode: TreeNode | null;
  readonly childNodes: ArrayLike<TreeNode>;
  getAttribute?(name: string): string | null;
};

/** A boundary point as a DOM range has it: an offset into a text node, or a count of an element's children. */
export type TreePoint = { node: TreeNode; offset: number };
export type TreeRange = { start: TreePoint; end: TreePoint };

/** On the element of a block: the offset of its first character in the revision's text. */
export const BLOCK_START = "data-block-start";
/** On what is drawn among an article's words without being one of them: labels, counters, buttons' names. */
export const NOT_TEXT = "data-not-text";

const ELEMENT_NODE = 1;
const TEXT_NODE = 3;

/**
 * The stretch of the revision's text that a range under `root` covers, null when it covers none. An end outside
 * `root` is taken for the beginning or the end of it; gaps between blocks and what is not text do not count.
 */
export function offsetsOfRange(root: TreeNode, { start, end }: TreeRange): Span | null {
  const aroundStart = ancestors(start.node);
  let hasBegun = !aroundStart.has(root);
  let first: number | null = null;
  let last = 0;
  // A block before the one the range starts in need not be looked into.
  const skips = (block: TreeNode) => !hasBegun && !aroundStart.has(block);
  for (const step of stepsThrough(root, skips)) {
    const { node, at } = step;
    if (reaches(step, start)) hasBegun = true;
    if (hasBegun && at !== null) {
      const from = at + (node === start.node ? start.offset : 0);
      const to = at + (node === end.node ? end.offset : lengthOf(node));
      if (from < to) {
        first ??= from;
        last = to;
      }
    }
    if (reaches(step, end)) break;
  }
  return first === null ? null : { start: first, end: last };
}

/** The range of text nodes under `root` that shows `span`, null when none of it is there. */
export function rangeOfOffsets(root: TreeNode, span: Span): TreeRange | null {
  if (span.start >= span.end) return null;
  let start: TreePoint | null = null;
  let end: TreePoint | null = null;
  for (const { node, at } of stepsThrough(root, () => false)) {
    if (at === null) continue;
    if (at >= span.end) break;
    if (at + lengthOf(node) <= span.start) continue;
    start ??= { node, offset: Math.max(0, span.start - at) };
    end = { node, offset: Math.min(lengthOf(node), span.end - at) };
  }
  return start !== null && end !== null ? { start, end } : null;
}

/**
 * One step of the walk in document order: the place before child `offset` of an element, or a whole leaf
 * (`offset` 0). `at`: for the text of a block, the offset of its first character in the revision's text.
 */
type Step = { node: TreeNode; offset: number; at: number | null };

function reaches({ node, offset }: Step, point: TreePoint): boolean {
  return node === point.node && offset <= point.offset && point.offset <= offset + lengthOf(node);
}

/** Where the walk is in the text: null outside blocks and inside what is not text. */
type Cursor = { at: number } | null;

function* stepsThrough(
  node: TreeNode,
  skips: (block: TreeNode) => boolean,
  cursor: Cursor = null,
): Generator<Step> {
  if (node.nodeType !== ELEMENT_NODE) {
    const isText = node.nodeType === TEXT_NODE && cursor !== null;
    yield { node, offset: 0, at: isText ? cursor.at : null };
    if (isText) cursor.at += lengthOf(node);
    return;
  }
  const blockStart = node.getAttribute?.(BLOCK_START) ?? null;
  if (blockStart !== null && skips(node)) return;
  const inside = cursorInside(node, blockStart, cursor);
  for (let index = 0; index < node.childNodes.length; index += 1) {
    yield { node, offset: index, at: null };
    const child = node.childNodes[index];
    if (child !== undefined) yield* stepsThrough(child, skips, inside);
  }
  yield { node, offset: node.childNodes.length, at: null };
}

function cursorInside(element: TreeNode, blockStart: string | null, cursor: Cursor): Cursor {
  const isText = (element.getAttribute?.(NOT_TEXT) ?? null) === null;
  if (!isText) return null;
  return blockStart === null ? cursor : { at: Number(blockStart) };
}

/** Of a text node or comment its characters; an element's own steps have no length. */
function lengthOf(node: TreeNode): number {
  return node.nodeType === ELEMENT_NODE ? 0 : (node.nodeValue?.length ?? 0);
}

function ancestors(node: TreeNode): Set<TreeNode> {
  const found = new Set<TreeNode>();
  for (let current: TreeNode | null = node; current !== null; current = current.parentNode)
    found.add(current);
  return found;
}
