import { isBlockTag } from "./block-tags.ts";
import { OpenElements } from "./open-elements.ts";
import { scanTag } from "./tag-scan.ts";

/** How big a page's tree would be, counted without building it. */
export type MarkupSize = { nodes: number; depth: number; attributesPerElement: number };

/** Elements that never hold others. */
const VOID = new Set(
  "area base basefont br col command embed frame hr img input keygen link meta param source track wbr".split(
    " ",
  ),
);
/** Elements whose content is characters up to their end tag. */
const RAW = new Set(["script", "style", "textarea", "title"]);
/** Elements without a word of the article in them. Drawings may stand in one another, and end early then. */
const CUT = new Set(["script", "style", "svg", "noscript", "select"]);
const END_TAGS = new Map([...RAW, ...CUT].map((tag) => [tag, new RegExp(`</${tag}`, "gi")]));

/** What is more than characters: tags, comments, declarations, references, stray signs. */
const NODE = /<(?:!--|[!?]|(\/?)([a-zA-Z][^\t\n\f\r />]{0,60}))?|&[#a-zA-Z]/g;
/** Browsers let a comment end so too; `<!-->` and `<!--->` are empty ones. */
const COMMENT_END = /--!?>/g;

/**
 * Counts what a parser would have to build of `markup`, in one pass over its characters, so that a page made to
 * exhaust a parser is known before one is started. Stops where `most` is passed. Nesting is that of a parser
 * that repairs little, which is the one behind it. `lean` is the markup without comments, scripts that are no data,
 * styles, drawings, attributes nobody asks for and blanks nobody sees: often a fraction of the page.
 */
export function scanMarkup(markup: string, most: MarkupSize): { size: MarkupSize; lean: string } {
  return new MarkupScan(markup, most).run();
}

/** Whether a page is bigger in any way than it may be. */
export function exceeds(size: MarkupSize, most: MarkupSize): boolean {
  return (
    size.nodes > most.nodes ||
    size.depth > most.depth ||
    size.attributesPerElement > most.attributesPerElement
  );
}

class MarkupScan {
  readonly #markup: string;
  readonly #most: MarkupSize;
  readonly #size: MarkupSize = { nodes: 0, depth: 0, attributesPerElement: 0 };
  readonly #open = new OpenElements();
  readonly #lean: string[] = [];
  /** Up to where the markup is copied, or was cut. */
  #copied = 0;
  /** Behind the last tag or comment. */
  #gapStart = 0;
  #isAfterBlock = true;
  /** Elements of which no end tag is ahead: looked for once, not once for each of a million. */
  readonly #endless = new Set<string>();

  constructor(markup: string, most: MarkupSize) {
    this.#markup = markup;
    this.#most = most;
  }

  run(): { size: MarkupSize; lean: string } {
    const markup = this.#markup;
    NODE.lastIndex = 0;
    for (let match = NODE.exec(markup); match !== null; match = NODE.exec(markup)) {
      this.#size.nodes += 1;
      if (exceeds(this.#size, this.#most)) break;
      const [token, slash, name = ""] = match;
      if (token === "<!--") this.#cutTo(match.index, this.#endOfComment(match.index));
      else if (token === "<!" || token === "<?") NODE.lastIndex = behind(markup, ">", NODE.lastIndex);
      else if (name !== "") this.#readTag(match.index, { name: name.toLowerCase(), isEnd: slash !== "" });
    }
    return { size: this.#size, lean: this.#lean.join("") + markup.slice(this.#copied) };
  }

  /** Reads on behind the cut. */
  #cutTo(from: number, to: number): void {
    this.#lean.push(this.#markup.slice(this.#copied, from));
    this.#copied = to;
    this.#gapStart = to;
    NODE.lastIndex = to;
  }

  #readTag(at: number, { name, isEnd }: { name: string; isEnd: boolean }): void {
    const markup = this.#markup;
    const tag = scanTag(markup, NODE.lastIndex, this.#most.attributesPerElement);
    this.#size.attributesPerElement = Math.max(this.#size.attributesPerElement, tag.attributes);
    const nameEnd = NODE.lastIndex;
    this.#dropBlanks(at, name);
    if (!isEnd && CUT.has(name) && !markup.slice(at, tag.end).includes("ld+json")) {
      this.#cutTo(at, this.#endOfCut(name, { from: tag.end, isEmpty: markup.startsWith("/>", tag.end - 2) }));
      return;
    }
    if (tag.isClosed && tag.used.length < tag.attributes) {
      this.#cutTo(nameEnd, tag.attributesEnd);
      this.#lean.push(...tag.used);
    }
    if (isEnd) this.#open.close(name);
    else if (tag.isClosed && !VOID.has(name) && !RAW.has(name)) this.#open.open(name);
    this.#size.depth = Math.max(this.#size.depth, this.#open.depth);
    NODE.lastIndex = !isEnd && RAW.has(name) ? this.#endOfRaw(name, tag.end) : tag.end;
    this.#gapStart = NODE.lastIndex;
    this.#isAfterBlock = isBlockTag(name);
  }

  /** Blanks beside a block are never seen, unless white space stays as it is. */
  #dropBlanks(at: number, name: string): void {
    if (!(this.#isAfterBlock || isBlockTag(name)) || this.#open.has("pre")) return;
    if (isBlank(this.#markup, this.#gapStart, at)) this.#cutTo(this.#gapStart, at);
  }

  #endOfComment(at: number): number {
    const opening = "<!--".length;
    if (this.#markup.startsWith(">", at + opening)) return at + opening + 1;
    COMMENT_END.lastIndex = at + "<!".length;
    return COMMENT_END.test(this.#markup) ? COMMENT_END.lastIndex : this.#markup.length;
  }

  /** Behind an element that is left out. A drawing or a list that never ends has only its tag left out, not the page. */
  #endOfCut(name: string, { from, isEmpty }: { from: number; isEmpty: boolean }): number {
    if (name === "svg" && isEmpty) return from;
    const end = this.#endOfRaw(name, from);
    if (end === this.#markup.length && !RAW.has(name)) return from;
    return behind(this.#markup, ">", end);
  }

  /** Where the end tag of an element begins that holds only characters. */
  #endOfRaw(name: string, from: number): number {
    const end = END_TAGS.get(name);
    if (end === undefined) return from;
    if (this.#endless.has(name)) return this.#markup.length;
    end.lastIndex = from;
    const at = end.exec(this.#markup)?.index;
    if (at === undefined) this.#endless.add(name);
    return at ?? this.#markup.length;
  }
}

function isBlank(markup: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const code = markup.charCodeAt(at);
    if (code !== 32 && (code < 9 || code > 13 || code === 11)) return false;
  }
  return from < to;
}

function behind(markup: string, sign: string, from: number): number {
  const at = markup.indexOf(sign, from);
  return at === -1 ? markup.length : at + sign.length;
}
