import type { MadeSpan } from "./big-article.ts";
import type { PeerBundles } from "./peer-bundles.ts";

type Page = { main: string; script: string; data?: unknown };

/** A page of nothing but the text, and what is done to it once it is there. */
function peerPage({ main, script, data = null }: Page): string {
  const style = "p{font:18px/1.6 serif;max-width:39rem}mark,::highlight(claims){background:#fe9}";
  return `<!doctype html><meta charset="utf-8"><style>${style}</style><main>${main}</main>
<script>const data=${JSON.stringify(data)};${inHtml(script)}</script>`;
}

/** Libraries hold markup in their strings, which would end the script element, or never let it end. */
const inHtml = (script: string) =>
  script
    .replaceAll("</script", "<\\/script")
    .replaceAll("<!--", "<\\!--")
    .replaceAll("<script", "\\x3cscript");

/** With white space `between` the blocks places in the page are those in the text. */
const paragraphs = (text: string, between = "") =>
  text
    .split("\n\n")
    .map((words) => `<p>${words}</p>`)
    .join(between);

/**
 * Wraps the text nodes that each span meets, as annotating clients do; walking from the block it begins in, where most
 * of those begin at the root of the page.
 */
const WRAP = `
const blocks = []; let length = 0;
for (const p of document.querySelectorAll("p")) { blocks.push([p, length]); length += p.textContent.length + 2; }
for (const { start, end } of data) {
  const met = []; let index = blocks.findLastIndex(([, begin]) => begin <= start);
  for (; index < blocks.length && blocks[index][1] < end; index += 1) {
    let [p, at] = blocks[index];
    const walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
    for (let node; at < end && (node = walker.nextNode()); at += node.length) {
      const from = Math.max(start - at, 0), to = Math.min(end - at, node.length);
      if (from < to) met.push([node, from, to]);
    }
  }
  for (let [node, from, to] of met) {
    if (to < node.length) node.splitText(to);
    if (from > 0) node = node.splitText(from);
    const mark = document.createElement("mark");
    node.replaceWith(mark); mark.append(node);
  }
}`;

/** Paints all spans with the browser's own highlights, which nobody can press, reach by keys or hear. */
const PAINT = `
const nodes = []; let at = 0;
for (const p of document.querySelectorAll("p")) { nodes.push([p.firstChild, at]); at += p.firstChild.data.length + 2; }
const pointAt = (offset) => { const [node, begin] = nodes.findLast(([, begin]) => begin <= offset); return [node, offset - begin]; };
CSS.highlights.set("claims", new Highlight(...data.map(({ start, end }) => {
  const range = document.createRange();
  range.setStart(...pointAt(start)); range.setEnd(...pointAt(end));
  return range;
})));`;

function recogito(renderer: "SPANS" | "CSS_HIGHLIGHTS"): Peer {
  return (text, spans, bundles) => {
    const annotations = spans.map(({ start, end }, at) => {
      const id = `a${at}`;
      const selector = [{ start, end, quote: text.slice(start, end) }];
      return { id, bodies: [], target: { annotation: id, selector } };
    });
    const annotate = `recogito.annotate(document.querySelector("main"), "${renderer}", data);`;
    return { main: paragraphs(text, "\n\n"), script: bundles.recogito + annotate, data: annotations };
  };
}

const naive: Peer = (text, spans, bundles) => {
  const data = { text, claims: spans.map((span, id) => ({ ...span, id })) };
  const hydrate = `naive.hydrate(document.querySelector("main"), data);`;
  return { main: bundles.renderNaive(data), script: bundles.naive + hydrate, data };
};

type Peer = (text: string, spans: readonly MadeSpan[], bundles: PeerBundles) => Page;

const PEERS = {
  "wrapping in script": (text, spans) => ({ main: paragraphs(text), script: WRAP, data: spans }),
  "CSS highlights": (text, spans) => ({ main: paragraphs(text), script: PAINT, data: spans }),
  "Recogito, spans": recogito("SPANS"),
  "Recogito, CSS highlights": recogito("CSS_HIGHLIGHTS"),
  "naive React page": naive,
} satisfies Record<string, Peer>;

export type PeerName = keyof typeof PEERS;
export const PEER_NAMES = Object.keys(PEERS) as PeerName[];

/** The page of a peer with these spans of the text marked, as HTML. */
export function peerHtml(
  name: PeerName,
  { text, spans, bundles }: { text: string; spans: readonly MadeSpan[]; bundles: PeerBundles },
): string {
  const peer: Peer = PEERS[name];
  return peerPage(peer(text, spans, bundles));
}
