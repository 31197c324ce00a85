/** What the sign in front of a line says it is. */
export type LineKind = "quote" | "item" | "heading" | "plain";

/** A line with its sign taken off. `indent`: white space before the sign, a tab as four. */
export type MarkedLine = { kind: LineKind; marker: string; indent: number; text: string };

const QUOTE = /^(>[> ]*)(?=\s|$)/;
const HEADING = /^(#{1,6})\s+(?=\S)/;
const BULLET = /^([-*•‣◦])\s+(?=.*[\p{L}\p{N}])/u;
/** Numbers stay in the text: they may be referred to. */
const NUMBER = /^\d{1,3}[.)]\s+\S/;

/** Reads the signs of plain-text mail and Markdown: `> quote`, `# heading`, `- item`, `1. item`. */
export function readMarkers(lines: readonly string[], isNumbered: boolean): MarkedLine[] {
  const marked: MarkedLine[] = [];
  for (const line of lines) {
    const read = readMarker(line, isNumbered);
    const continuesItem = marked.at(-1)?.kind === "item" && read.kind === "plain" && read.indent >= 2;
    marked.push(continuesItem ? { ...read, kind: "item" } : read);
  }
  return marked;
}

/** Whether the lines hold a list numbered from one: a single "3. May" makes none. */
export function hasNumberedList(lines: readonly string[]): boolean {
  const numbers = lines.flatMap((line) =>
    NUMBER.test(line.trimStart()) ? [Number.parseInt(line.trimStart(), 10)] : [],
  );
  return numbers.some((number, index) => number === 1 && numbers[index + 1] === 2);
}

/** Whether a line of a list begins an item, rather than going on with the one above. */
export function beginsItem({ marker, text }: MarkedLine): boolean {
  return marker !== "" || NUMBER.test(text);
}

function readMarker(line: string, isNumbered: boolean): MarkedLine {
  const words = line.trimStart();
  const indent = line.slice(0, line.length - words.length).replaceAll("\t", "    ").length;
  const signs = [
    ["quote", QUOTE],
    ["heading", HEADING],
    ["item", BULLET],
  ] as const;
  for (const [kind, sign] of signs) {
    const found = sign.exec(words);
    if (found !== null)
      return { kind, marker: found[1]?.trim() ?? "", indent, text: words.slice(found[0].length) };
  }
  return { kind: isNumbered && NUMBER.test(words) ? "item" : "plain", marker: "", indent, text: words };
}
