import { Parser } from "htmlparser2";
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

/** Whether a node is an element. */
export function isElement(node: PageNode): node is PageElement {
  return "tag" in node;
}

/** Parses markup, a whole page or a piece of one, to an `html` with a `body`. Nothing in it is run or fetched. */
export function parsePage(markup: string): PageElement {
  const html = element("html", null);
  const body = element("body", html);
  html.children.push(body);
  unwrap(parseMarkup(markup), { html, body });
  return html;
}

const NONE: ReadonlyMap<string, string> = new Map();

function element(tag: string, parent: PageElement | null, attributes = NONE): PageElement {
  return { parent, tag, attributes, children: [] };
}

/** The end of an element that never began is nothing. */
const NOTHING = "x-nothing";

/** All that stands in the markup, however many roots, heads and bodies it has, in an element of its own. */
function parseMarkup(markup: string): PageElement {
  const root = element("", null);
  let here = root;
  const parser = new Parser({
    onopentag(tag, attributes) {
      const entries = Object.entries(attributes);
      const opened = element(tag, here, entries.length === 0 ? NONE : new Map(entries));
      here.children.push(opened);
      here = opened;
    },
    ontext(text) {
      const last = here.children.at(-1);
      if (last !== undefined && !isElement(last)) last.text += text;
      else here.children.push({ parent: here, text });
    },
    onclosetag() {
      here = here.parent ?? root;
    },
  });
  // Ends what the markup leaves unfinished: a tag cut off in the middle is no text.
  parser.end(`${markup}</${NOTHING}>`);
  return root;
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
