/** A tag of some markup. All offsets are UTF-16 code units. */
export type ScannedTag = {
  /** Behind its `>`; the end of the markup when it has none. */
  end: number;
  isClosed: boolean;
  /** Behind its last attribute. */
  attributesEnd: number;
  /** How many attributes it has. */
  attributes: number;
  /** Those that are asked for, as they stand, each after a blank. */
  used: string[];
};

/** The attributes asked for anywhere in this folder, and by Readability. */
const USED = new Set(
  (
    "class id role lang xml:lang dir hidden aria-hidden aria-modal aria-level style href rel itemprop datetime pubdate " +
    "content property name http-equiv type colspan rowspan summary datatable"
  ).split(" "),
);

/** An attribute: its name, and its value if it has a whole one. */
const ATTRIBUTE = /[\s/]*([^\s/>][^\s/>=]*)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"'][^\s>]*)?)?/y;
const TAG_END = /[\s/]*(>)?/y;

/** Reads the tag whose name ends at `from`; stops behind `most` attributes. */
export function scanTag(markup: string, from: number, most: number): ScannedTag {
  const used: string[] = [];
  let attributes = 0;
  let attributesEnd = from;
  ATTRIBUTE.lastIndex = from;
  for (let match = ATTRIBUTE.exec(markup); match !== null; match = ATTRIBUTE.exec(markup)) {
    const [whole, name = ""] = match;
    attributes += 1;
    if (attributes > most) break;
    attributesEnd = ATTRIBUTE.lastIndex;
    if (USED.has(name) || USED.has(name.toLowerCase())) used.push(` ${whole.trimStart()}`);
    // A quotation mark that is never closed takes in all that is left.
    if (whole.endsWith("=") && /["']/.test(markup.charAt(attributesEnd))) attributesEnd = markup.length;
  }
  TAG_END.lastIndex = attributesEnd;
  const isClosed = TAG_END.exec(markup)?.[1] === ">";
  return { end: isClosed ? TAG_END.lastIndex : markup.length, isClosed, attributesEnd, attributes, used };
}
