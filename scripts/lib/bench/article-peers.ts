import type { MadeSpan } from "./big-article.ts";

/** The same text without any framework, and what to do to it once it is there. */
function peerPage(text: string, spans: readonly MadeSpan[], script: string): string {
  const blocks = text.split("\n\n").map((words) => `<p>${words}</p>`);
  const style = "p{font:18px/1.6 serif;max-width:39rem}mark,::highlight(claims){background:#fe9}";
  return `<!doctype html><meta charset="utf-8"><style>${style}</style><main>${blocks.join("")}</main>
<script>const spans=${JSON.stringify(spans.map(({ start, end }) => [start, end]))};${script}</script>`;
}

/** Finds each span from the root of the page and wraps the text nodes it meets, as annotating clients do. */
const WRAP = `
for (const [start, end] of spans) {
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const met = []; let at = 0, block = null;
  for (let node; (node = walker.nextNode()); ) {
    const own = node.parentElement.closest("p");
    if (block && own !== block) at += 2;
    block = own;
    const from = Math.max(start - at, 0), to = Math.min(end - at, node.data.length);
    if (from < to) met.push([node, from, to]);
    at += node.data.length;
    if (at >= end) break;
  }
  for (const [node, from, to] of met) {
    const range = document.createRange();
    range.setStart(node, from); range.setEnd(node, to);
    range.surroundContents(document.createElement("mark"));
  }
}`;

/** Paints all spans with the browser's own highlights, which nobody can press, reach by keys or hear. */
const PAINT = `
const nodes = []; let at = 0;
for (const p of document.querySelectorAll("p")) { nodes.push([p.firstChild, at]); at += p.firstChild.data.length + 2; }
const pointAt = (offset) => { const [node, begin] = nodes.findLast(([, begin]) => begin <= offset); return [node, offset - begin]; };
CSS.highlights.set("claims", new Highlight(...spans.map(([start, end]) => {
  const range = document.createRange();
  range.setStart(...pointAt(start)); range.setEnd(...pointAt(end));
  return range;
})));`;

export const PEERS = {
  plain: (text: string) => peerPage(text, [], ""),
  wrap: (text: string, spans: readonly MadeSpan[]) => peerPage(text, spans, WRAP),
  paint: (text: string, spans: readonly MadeSpan[]) => peerPage(text, spans, PAINT),
} as const;
