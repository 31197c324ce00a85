import type { Span } from "#lib/anchoring/spans.ts";

/** The text of somebody's page, and the way back into it. */
export type PageText = {
  text: string;
  /** Null when the page has changed since. Offsets are UTF-16 code units. */
  rangeOf: (span: Span) => Range | null;
};

/** Longer pages are read up to here. In UTF-16 code units. */
const LONGEST = 400_000;

/** What is drawn among a page's words by this script. */
export const MARK = "proofmark-claim";

const UNREAD =
  "script, style, noscript, template, textarea, select, button, svg, math, iframe, object, canvas, audio, video, [hidden], " +
  MARK;

/** Elements that go on with the line they stand in. */
const INLINE = new Set(
  "A ABBR B BDI BDO CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK Q S SAMP SMALL SPAN STRONG SUB SUP TIME U VAR WBR".split(
    " ",
  ),
);

/** Reads what stands under `root`, changing nothing. Blocks are divided by a blank line, as in an article's text. */
export function readPage(root: Element): PageText {
  const nodes: { node: Text; start: number }[] = [];
  let text = "";
  const divide = (with_: string) => {
    if (text !== "" && !text.endsWith(with_)) text += with_;
  };
  const visit = (element: Element): void => {
    const isBlock = !INLINE.has(element.tagName);
    if (isBlock) divide("\n\n");
    for (const child of element.childNodes) {
      if (text.length > LONGEST) return;
      if (child instanceof Text) {
        nodes.push({ node: child, start: text.length });
        text += child.data;
      } else if (child instanceof Element) {
        if (child.tagName === "BR") divide("\n");
        else if (!child.matches(UNREAD)) visit(child);
      }
    }
    if (isBlock) divide("\n\n");
  };
  visit(root);
  return { text, rangeOf: (span) => rangeIn(nodes, text, span) };
}

function rangeIn(
  nodes: readonly { node: Text; start: number }[],
  text: string,
  { start, end }: Span,
): Range | null {
  const first = nodes.findLast((each) => each.start <= start);
  const last = nodes.findLast((each) => each.start < end);
  if (!first || !last) return null;
  for (const { node, start: at } of [first, last]) {
    if (!node.isConnected || !text.startsWith(node.data, at)) return null;
  }
  if (start - first.start > first.node.length || end - last.start > last.node.length) return null;
  const range = document.createRange();
  range.setStart(first.node, start - first.start);
  range.setEnd(last.node, end - last.start);
  return range;
}
