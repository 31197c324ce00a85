import { trimSpan } from "#lib/anchoring/spans.ts";

/** Editors that break lines by hand do it between these widths, in UTF-16 code units. */
const NARROWEST_WRAP = 50;
const WIDEST_WRAP = 82;

/** The text's runs of lines without a blank line between. Lines keep their indentation; their ends are trimmed. */
export function groupLines(text: string): string[][] {
  const groups: string[][] = [];
  let group: string[] = [];
  for (const line of text.split("\n")) {
    const words = trimSpan(line, { start: 0, end: line.length });
    if (words !== null) {
      if (group.length === 0) groups.push(group);
      group.push(line.slice(0, words.end));
    } else group = [];
  }
  return groups;
}

/** Without the white space around it, zero-width spaces included. */
export function trimmed(text: string): string {
  const span = trimSpan(text, { start: 0, end: text.length });
  return span === null ? "" : text.slice(span.start, span.end);
}

/**
 * The width at which all of a text's lines were broken by hand (mail, agency wires), null when its lines are
 * whole paragraphs. Told by lines that could not have taken the first word of the next.
 */
export function wrapWidth(groups: readonly string[][]): number | null {
  let width = 0;
  for (const group of groups)
    for (const line of group) if (/\s/.test(line.trim())) width = Math.max(width, line.length);
  if (width < NARROWEST_WRAP || width > WIDEST_WRAP) return null;
  const breaks = groups.flatMap((lines) =>
    lines.slice(1).map((next, index) => [lines[index] ?? "", next] as const),
  );
  const forced = breaks.filter(([line, next]) => isForced(line, next, width));
  const insideSentence = forced.filter(([line]) => !/[.!?:…]["'”’)]*$/.test(line));
  return insideSentence.length > 0 && forced.length * 2 > breaks.length ? width : null;
}

/** Puts together what was one paragraph before its lines were broken at `width`; null leaves each line alone. */
export function unwrapLines(lines: readonly string[], width: number | null): string[] {
  const paragraphs: string[] = [];
  let previous: string | null = null;
  for (const line of lines) {
    const paragraph = paragraphs.at(-1);
    if (paragraph !== undefined && previous !== null && width !== null && isForced(previous, line, width)) {
      paragraphs[paragraphs.length - 1] = joinLines(paragraph, line);
    } else paragraphs.push(trimmed(line));
    previous = line;
  }
  return paragraphs;
}

/** One line from two: with a space between, except after a hyphen inside a word and in scripts that use none. */
export function joinLines(before: string, after: string): string {
  const next = trimmed(after);
  const isInsideWord = /\p{L}[-‐\u00AD]$/u.test(before.slice(-3)) && /^\p{L}/u.test(next);
  const isWithoutSpaces = UNSPACED_END.test(before.slice(-2)) && UNSPACED_START.test(next);
  return isInsideWord || isWithoutSpaces ? `${before}${next}` : `${before} ${next}`;
}

const UNSPACED = "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303F\\uFF01-\\uFF60]";
const UNSPACED_END = new RegExp(`${UNSPACED}$`, "u");
const UNSPACED_START = new RegExp(`^${UNSPACED}`, "u");

function isForced(line: string, next: string, width: number): boolean {
  const firstWord = /^\s*(\S+)/.exec(next)?.[1] ?? "";
  return line.length + 1 + firstWord.length > width;
}
