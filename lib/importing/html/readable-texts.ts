import { Readability } from "@mozilla/readability";
// @ts-expect-error the small document that Readability brings along has no types
import SmallParser from "@mozilla/readability/JSDOMParser.js";
import { isElement, type PageElement, type PageText } from "./page-tree.ts";
import { isShown } from "./visibility.ts";

/**
 * The text of a page that Readability takes for its article; empty when it finds none. Readability takes a page to
 * pieces: it works on a copy, whose text nodes are known.
 */
export function findReadableTexts(root: PageElement, title: string | null): Set<PageText> {
  const parser: { parse(html: string, url: string): Document } = new SmallParser();
  const document = parser.parse("<html><head></head><body></body></html>", "http://localhost/");
  document.title = title ?? "";
  const texts = new Map<object, PageText>();
  const refill = (): void => {
    while (document.body.firstChild !== null) document.body.firstChild.remove();
    for (const child of root.children) {
      if (isElement(child) && child.tag === "body") copyShown(child, document.body, { document, texts });
    }
  };
  refill();
  // Readability keeps the page as markup for a second try. Copied again from the tree, its text is still known.
  Object.defineProperty(document.body, "innerHTML", { get: () => "", set: refill });
  const article = new Readability<Node>(document, {
    disableJSONLD: true,
    serializer: (node) => node,
  }).parse();
  const readable = new Set<PageText>();
  if (article?.content) collectTexts(article.content, texts, readable);
  return readable;
}

/** Without what is not shown: less work, and nothing hidden can count as text. */
function copyShown(
  source: PageElement,
  target: Element,
  copy: { document: Document; texts: Map<object, PageText> },
): void {
  for (const child of source.children) {
    if (!isElement(child)) {
      const node = copy.document.createTextNode(child.text);
      copy.texts.set(node, child);
      target.appendChild(node);
    } else if (child.tag === "img" || isShown(child)) {
      const element = copy.document.createElement(child.tag);
      for (const name of LOOKED_AT) {
        const value = child.attributes.get(name);
        if (value !== undefined) element.setAttribute(name, value);
      }
      if (child.tag === "a") element.setAttribute("href", isWithinPage(child) ? "#" : "/");
      target.appendChild(element);
      copyShown(child, element, copy);
    }
  }
}

/** What Readability goes by. Of links only whether they lead within the page: it takes others apart. */
const LOOKED_AT = ["class", "id", "role", "rel", "itemprop", "summary", "datatable", "rowspan", "colspan"];

function isWithinPage({ attributes }: PageElement): boolean {
  return attributes.get("href")?.startsWith("#") ?? true;
}

function collectTexts(node: Node, texts: ReadonlyMap<object, PageText>, into: Set<PageText>): void {
  const text = texts.get(node);
  if (text !== undefined) into.add(text);
  for (const child of node.childNodes) collectTexts(child, texts, into);
}
