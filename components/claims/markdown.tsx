import MarkdownIt, { type Token } from "markdown-it";
import { createElement, Fragment, type ReactNode } from "react";
import { OutsideLink } from "#components/ui/outside-link.tsx";

const parser = new MarkdownIt("default", { html: false, linkify: true, typographer: false });

/** `[^3]`: evidence number 3 of the claim. */
const FOOTNOTE = /\[\^(\d{1,4})\]/uy;

parser.inline.ruler.before("link", "footnote", (state, silent) => {
  FOOTNOTE.lastIndex = state.pos;
  const [whole, number] = FOOTNOTE.exec(state.src) ?? [];
  if (whole === undefined) return false;
  if (!silent) state.push("footnote", "sup", 0).content = number ?? "";
  state.pos += whole.length;
  return true;
});

/** What a footnote leads to: its number as readers see it, what it is, and where on the page it stands. */
export type Footnote = { label: string; title: string; href: string };

type MarkdownProps = {
  source: string;
  /** The level of a first-level heading in the text: one below the heading it stands under. */
  headingLevel?: 2 | 3 | 4 | 5 | 6;
  /** By the number in the text. A number that is not here is shown without a link. */
  footnotes?: ReadonlyMap<number, Footnote>;
};

/**
 * A rationale's Markdown as React elements, never as HTML: raw HTML in it is shown as written, links lead to
 * http(s) only, images become links with their description.
 */
export function Markdown({ source, headingLevel = 3, footnotes = NO_FOOTNOTES }: MarkdownProps) {
  const page = { headingLevel, footnotes };
  return <div className="rich-text">{draw(treeOf(parser.parse(source, {})), page)}</div>;
}

const NO_FOOTNOTES: ReadonlyMap<number, Footnote> = new Map();

type OnPage = { headingLevel: number; footnotes: ReadonlyMap<number, Footnote> };

type Node = { token: Token; children: Node[] };

/** The parser gives a flat list of openings and closings; this nests it. */
function treeOf(tokens: readonly Token[]): Node[] {
  const root: Node[] = [];
  const open: Node[][] = [root];
  for (const token of tokens) {
    if (token.nesting === -1) {
      open.pop();
      continue;
    }
    const node = { token, children: token.children ? treeOf(token.children) : [] };
    open.at(-1)?.push(node);
    if (token.nesting === 1) open.push(node.children);
  }
  return root;
}

/** Elements that need nothing but their content, by the parser's tag. */
const PLAIN = new Set([
  "blockquote",
  "code",
  "em",
  "li",
  "p",
  "s",
  "strong",
  "table",
  "tbody",
  "thead",
  "tr",
  "ul",
]);

function draw(nodes: readonly Node[], page: OnPage): ReactNode[] {
  return nodes.map((node, index) => drawNode(node, page, index));
}

function drawNode({ token, children }: Node, page: OnPage, key: number): ReactNode {
  const content = draw(children, page);
  if (token.type === "text") return token.content;
  if (token.type === "softbreak") return "\n";
  if (token.type === "hardbreak") return <br key={key} />;
  if (token.type === "footnote") return drawFootnote(Number(token.content), page, key);
  if (token.type === "hr") return <hr key={key} />;
  if (token.type === "code_inline") return <code key={key}>{token.content}</code>;
  if (token.type === "link_open") return drawLink(attribute(token, "href"), content, key);
  if (token.type === "image")
    return drawLink(attribute(token, "src"), token.content || attribute(token, "src"), key);
  if (token.type === "fence" || token.type === "code_block") return drawCode(token.content, key);
  if (token.type === "table_open") return drawTable(content, key);
  if (token.type === "heading_open") {
    const level = Math.min(6, Number(token.tag.slice(1)) + page.headingLevel - 1);
    return createElement(`h${level}`, { key }, content);
  }
  if (token.type === "ordered_list_open") {
    return (
      <ol key={key} start={Number(attribute(token, "start") || 1)}>
        {content}
      </ol>
    );
  }
  if (token.type === "th_open" || token.type === "td_open") {
    return createElement(token.tag, { key, className: alignment(token) }, content);
  }
  // A paragraph in a tight list is hidden: only its content counts.
  if (token.type === "inline" || token.hidden || !PLAIN.has(token.tag))
    return <Fragment key={key}>{content}</Fragment>;
  return createElement(token.tag, { key }, content);
}

function drawFootnote(number: number, { footnotes }: OnPage, key: number): ReactNode {
  const footnote = footnotes.get(number);
  if (!footnote) return <sup key={key}>{number}</sup>;
  return (
    <sup key={key}>
      <a href={footnote.href} title={footnote.title} aria-label={`${footnote.label}: ${footnote.title}`}>
        {footnote.label}
      </a>
    </sup>
  );
}

/** Only to the web: whatever else an address could do is left out, and its words stay. */
function drawLink(href: string, content: ReactNode, key: number): ReactNode {
  return (
    <OutsideLink key={key} href={href} rel="nofollow noopener">
      {content}
    </OutsideLink>
  );
}

/** Wide code and tables scroll by themselves; the focus makes that possible by keyboard. */
function drawCode(code: string, key: number): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a place that scrolls must be reachable by keyboard
    <pre key={key} tabIndex={0}>
      <code>{code}</code>
    </pre>
  );
}

function drawTable(content: ReactNode, key: number): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a place that scrolls must be reachable by keyboard
    <div key={key} className="overflow-x-auto" tabIndex={0}>
      <table>{content}</table>
    </div>
  );
}

function alignment(token: Token): string | undefined {
  const style = attribute(token, "style");
  if (style.includes("center")) return "text-center";
  return style.includes("right") ? "text-end" : undefined;
}

const attribute = (token: Token, name: string) => String(token.attrGet(name) ?? "");
