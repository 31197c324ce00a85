import MarkdownIt, { type Token } from "markdown-it";
import { createElement, Fragment, type ReactNode } from "react";

const parser = new MarkdownIt("default", { html: false, linkify: true, typographer: false });

type MarkdownProps = {
  source: string;
  /** The level of a first-level heading in the text: one below the heading it stands under. */
  headingLevel?: 2 | 3 | 4 | 5 | 6;
};

/**
 * A rationale's Markdown as React elements, never as HTML: raw HTML in it is shown as written, links lead to
 * http(s) only, images become links with their description.
 */
export function Markdown({ source, headingLevel = 3 }: MarkdownProps) {
  return <div className="rich-text">{draw(treeOf(parser.parse(source, {})), headingLevel)}</div>;
}

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

function draw(nodes: readonly Node[], headingLevel: number): ReactNode[] {
  return nodes.map((node, index) => drawNode(node, headingLevel, index));
}

function drawNode({ token, children }: Node, headingLevel: number, key: number): ReactNode {
  const content = draw(children, headingLevel);
  if (token.type === "text") return token.content;
  if (token.type === "softbreak") return "\n";
  if (token.type === "hardbreak") return <br key={key} />;
  if (token.type === "hr") return <hr key={key} />;
  if (token.type === "code_inline") return <code key={key}>{token.content}</code>;
  if (token.type === "link_open") return drawLink(attribute(token, "href"), content, key);
  if (token.type === "image")
    return drawLink(attribute(token, "src"), token.content || attribute(token, "src"), key);
  if (token.type === "fence" || token.type === "code_block") return drawCode(token.content, key);
  if (token.type === "table_open") return drawTable(content, key);
  if (token.type === "heading_open") {
    const level = Math.min(6, Number(token.tag.slice(1)) + headingLevel - 1);
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

/** Only to the web: whatever else an address could do is left out, and its words stay. */
function drawLink(href: string, content: ReactNode, key: number): ReactNode {
  const protocol = URL.canParse(href) ? new URL(href).protocol : null;
  if (protocol !== "https:" && protocol !== "http:") return <Fragment key={key}>{content}</Fragment>;
  return (
    <a key={key} href={href} rel="nofollow noopener">
      {content}
    </a>
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
