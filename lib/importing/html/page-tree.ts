import { parseHTML } from "linkedom";
import { isBlockTag } from "./block-tags.ts";

/** A page as a plain tree, without comments. Tag and attribute names are lower-case. */
export type PageText = { parent: PageElement; text: string };
export type PageElement = {
  parent: PageElement | null;
  tag: string;
  attributes: ReadonlyMap<string, string>;
  children: PageNode[];
};
export type PageNode = PageElement | PageText;

const ELEMENT = 1;
const TEXT = 3;
const CDATA = 4;

/** Whether a node is an element. */
export function isElement(node: PageNode): node is PageElement {
  return "tag" in node;
}

/** No page has this element. All of a page stands in it, however many roots, heads and bodies it has itself. */
const WRAPPER = "x-imported-page";

/** Parses markup, a whole page or a piece of one, to an `html` with a `body`. Nothing in it is run or fetched. */
export function parsePage(markup: string): PageElement {
  const { document } = parseHTML(`<${WRAPPER}>${markup}</${WRAPPER}>`);
  const html: PageElement = { parent: null, tag: "html", attributes: new Map(), children: [] };
  const body: PageElement = { parent: html, tag: "body", attributes: new Map(), children: [] };
  html.children.push(body);
  unwrap(copyOf(document.documentElement, null), { html, body });
  return html;
}

/** Puts all into one body, as browsers do; the first root and the first body say what they are like. */
function unwrap(wrapper: PageElement, page: { html: PageElement; body: PageElement }): void {
  for (const child of wrapper.children) {
    if (isElement(child) && (child.tag === "html" || child.tag === "body" || child.tag === "head")) {
      const one = child.tag === "html" ? page.html : page.body;
      if (child.tag !== "head") one.attributes = new Map([...child.attributes, ...one.attributes]);
      unwrap(child, page);
    } else {
      child.parent = page.body;
      page.body.children.push(child);
    }
  }
}

const HAS_PAGE_TAG = /<(?:html|body|head)[\s>]/i;
/** What browsers put around a selection that is copied. */
const COPIED = /<!--\s*StartFragment\s*-->/i;

/** Whether markup is a page as it was published rather than a piece somebody copied out of one. */
export function isPublishedPage(markup: string): boolean {
  return HAS_PAGE_TAG.test(markup) && !COPIED.test(markup);
}

function copyOf(source: Element, parent: PageElement | null): PageElement {
  const children: PageNode[] = [];
  const copy = { parent, tag: source.localName.toLowerCase(), attributes: attributesOf(source), children };
  for (let node = source.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType === ELEMENT) children.push(copyOf(node as Element, copy));
    else if (node.nodeType === TEXT || node.nodeType === CDATA) {
      children.push({ parent: copy, text: node.nodeValue ?? "" });
    }
  }
  return copy;
}

const NONE: ReadonlyMap<string, string> = new Map();

function attributesOf(element: Element): ReadonlyMap<string, string> {
  const names = element.getAttributeNames();
  if (names.length === 0) return NONE;
  return new Map(names.map((name) => [name.toLowerCase(), element.getAttribute(name) ?? ""]));
}

const VOID = "area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr";
const SELF_CLOSED = new RegExp(`<(?!(?:${VOID})\\b)([a-zA-Z][\\w:-]*)((?:\\s[^<>]*?)?)/>`, "gi");

/** XHTML as HTML: there, any element may be written as `<p/>`. */
export function openSelfClosed(markup: string): string {
  return markup.replace(SELF_CLOSED, "<$1$2></$1>");
}

/** All elements below `root`, in document order. */
export function elementsOf(root: PageElement): PageElement[] {
  const found: PageElement[] = [];
  const visit = (element: PageElement): void => {
    for (const child of element.children) {
      if (!isElement(child)) continue;
      found.push(child);
      visit(child);
    }
  };
  visit(root);
  return found;
}

/** All words below a node, white space collapsed, blocks apart. */
export function textOf(node: PageNode): string {
  return rawTextOf(node).replace(/\s+/g, " ").trim();
}

/** All characters below a node as they stand in the markup, but for a space around each block. */
export function rawTextOf(node: PageNode): string {
  if (!isElement(node)) return node.text;
  const text = node.children.map(rawTextOf).join("");
  return isBlockTag(node.tag) || node.tag === "br" ? ` ${text} ` : text;
}
