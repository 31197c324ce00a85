import type { Cell } from "#lib/anchoring/blocks.ts";
import { isCaption } from "../text/captions.ts";
import { isLinkAddress } from "../text/links.ts";
import { isBlock, type Nature, natureOf, PLAIN } from "./block-nature.ts";
import type { DraftPart } from "./draft-part.ts";
import { InlineText, type OpenMark } from "./inline-text.ts";
import { cellsOf } from "./page-tables.ts";
import { isElement, type PageElement, type PageText, textOf } from "./page-tree.ts";
import { isShown } from "./visibility.ts";

/** `baseUrl`: what links count from, null when the page's address is not known. */
export type ReadingPage = { readable: ReadonlySet<PageText>; baseUrl: string | null };

/** All blocks of words on a page that readers see, in document order. */
export function listParts(root: PageElement, page: ReadingPage): DraftPart[] {
  const reader = new PartReader(page);
  reader.read(root);
  return reader.parts;
}

/** What the elements around a place say of it. */
type Surroundings = {
  nature: Nature;
  element: PageElement;
  language: string | null;
  direction: "ltr" | "rtl" | null;
};

class PartReader {
  readonly parts: DraftPart[] = [];
  readonly #page: ReadingPage;
  readonly #inline = new InlineText();
  #tables = 0;
  #cells: ReadonlyMap<PageElement, Cell> = new Map();

  constructor(page: ReadingPage) {
    this.#page = page;
  }

  read(root: PageElement): void {
    const around: Surroundings = { nature: PLAIN, element: root, language: null, direction: null };
    this.#readChildren(root, around);
    this.#flush(around);
  }

  #readChildren(parent: PageElement, around: Surroundings): void {
    for (const child of parent.children) {
      if (!isElement(child)) this.#readText(child, around);
      else if (child.tag === "br") this.#readBreak(around);
      else if (isShown(child)) this.#readElement(child, around);
    }
  }

  #readText(node: PageText, { nature }: Surroundings): void {
    this.#inline.write(node.text, { isPre: nature.isPre, isKept: this.#page.readable.has(node) });
  }

  /** Two breaks part paragraphs, one only lines. */
  #readBreak(around: Surroundings): void {
    if (around.nature.isPre) this.#inline.write("\n", { isPre: true, isKept: false });
    else if (this.#inline.breaks > 0 && !around.nature.isFlat) this.#flush(around);
    else this.#inline.breakLine();
  }

  #readElement(element: PageElement, around: Surroundings): void {
    if (element.tag === "ruby") this.#readRuby(element, around);
    else if (isBlock(element)) this.#readBlock(element, around);
    else this.#readInline(element, around);
  }

  #readBlock(element: PageElement, around: Surroundings): void {
    if (around.nature.isFlat) {
      this.#inline.breakLine();
      this.#readChildren(element, { ...around, nature: natureOf(element, around.nature) });
      this.#inline.breakLine();
      return;
    }
    this.#flush(around);
    const inside = this.#inside(element, around);
    this.#readChildren(element, inside);
    this.#flush(inside);
  }

  #inside(element: PageElement, around: Surroundings): Surroundings {
    if (element.tag === "table") {
      const cells = cellsOf(element, this.#tables + 1);
      if (cells !== null) {
        this.#tables += 1;
        this.#cells = cells;
      }
    }
    const cell = this.#cells.get(element);
    const nature: Nature =
      cell === undefined
        ? natureOf(element, around.nature)
        : { ...PLAIN, type: "table-cell", cell, isFlat: true };
    return { ...languageOf(element, around), nature, element };
  }

  #readInline(element: PageElement, around: Surroundings): void {
    const raised = element.tag === "sup" ? raisedOf(element, this.#inline.last) : null;
    if (raised !== null) {
      this.#inline.write(raised, { isPre: false, isKept: this.#isReadable(element) });
      return;
    }
    const mark = this.#markOf(element);
    if (mark !== null) this.#inline.open(mark);
    this.#readChildren(element, around);
    if (mark !== null) this.#inline.close();
  }

  #isReadable(element: PageElement): boolean {
    return element.children.some((child) =>
      isElement(child) ? this.#isReadable(child) : this.#page.readable.has(child),
    );
  }

  /** The reading stands in brackets behind the word, as it does where a browser cannot draw it above. */
  #readRuby(ruby: PageElement, around: Surroundings): void {
    const hasBrackets = ruby.children.some((child) => isElement(child) && child.tag === "rp");
    for (const child of ruby.children) {
      const isReading = isElement(child) && child.tag === "rt" && !hasBrackets && textOf(child) !== "";
      if (isReading) this.#inline.write("(", { isPre: false, isKept: this.#isReadable(child) });
      if (!isElement(child)) this.#readText(child, around);
      else if (isShown(child)) this.#readElement(child, around);
      if (isReading) this.#inline.write(")", { isPre: false, isKept: this.#isReadable(child) });
    }
  }

  #markOf({ tag, attributes }: PageElement): OpenMark | null {
    if (tag === "a") return this.#linkOf(attributes.get("href"));
    return MARKS.get(tag) ?? null;
  }

  #linkOf(href: string | undefined): OpenMark | null {
    if (href === undefined || href.startsWith("#")) return null;
    const address = URL.parse(href.trim(), this.#page.baseUrl ?? undefined)?.href;
    return address !== undefined && isLinkAddress(address) ? { type: "link", href: address } : null;
  }

  #flush({ nature, element, language, direction }: Surroundings): void {
    if (this.#inline.isEmpty) {
      this.#inline.take();
      return;
    }
    const { text, ...rest } = this.#inline.take();
    const { level, cell, isPre } = nature;
    const type = nature.type === "paragraph" && isCaption(text) ? "caption" : nature.type;
    const words = isPre ? text.replace(/^\n+|\s+$/g, "") : text;
    if (words.trim() === "") return;
    const marks = isPre ? [] : rest.marks;
    this.parts.push({ ...rest, marks, type, text: words, level, cell, element, language, direction });
  }
}

const MARKS: ReadonlyMap<string, OpenMark> = new Map<string, OpenMark>([
  ...["em", "i", "cite", "dfn", "var"].map((tag) => [tag, { type: "em" }] as const),
  ...["strong", "b"].map((tag) => [tag, { type: "strong" }] as const),
  ...["code", "kbd", "samp", "tt"].map((tag) => [tag, { type: "code" }] as const),
]);

function languageOf(
  { attributes }: PageElement,
  around: Surroundings,
): { language: string | null; direction: "ltr" | "rtl" | null } {
  const language = attributes.get("lang") ?? attributes.get("xml:lang");
  const direction = attributes.get("dir")?.toLowerCase();
  return {
    language: language ? language : around.language,
    direction: direction === "ltr" || direction === "rtl" ? direction : around.direction,
  };
}

const RAISED = new Map(
  [..."0123456789+-−()ni"].map((sign, at) => [sign, [..."⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾ⁿⁱ"][at] ?? sign]),
);

/** 10⁵ and word¹, which would be 105 and word1 without: null when the raised characters have no such form. */
function raisedOf(element: PageElement, before: string): string | null {
  const text = textOf(element);
  const isRaised = /^[0-9+\-−()ni]{1,6}$/.test(text) && /[0-9]/.test(text) && /[^\s]/.test(before);
  return isRaised ? [...text].map((sign) => RAISED.get(sign) ?? sign).join("") : null;
}
