import { joinLines } from "../text/lines.ts";

/** A line that ends in a word cut in two: small letters up to the hyphen. */
const CUT = /(\p{L}*\p{Ll})[-‐]$/u;
const REST = /^(\p{Ll}\p{L}*)/u;

/** Words a document uses within lines, to tell a word that was cut from one that has a hyphen. */
export type Vocabulary = ReadonlySet<string>;

/** The words of these lines, each with its hyphens, but not those a line's end may have cut. */
export function vocabularyOf(lines: readonly string[]): Vocabulary {
  const words = new Set<string>();
  for (const line of lines) {
    for (const [word] of line.replace(/\S+[-‐]$/u, "").matchAll(/\p{L}+(?:[-‐]\p{L}+)*/gu))
      words.add(word.toLowerCase());
  }
  return words;
}

/**
 * One text of several lines. A hyphen at a line's end goes when small letters stand on both sides of it, unless
 * the document's other lines speak for a word of two: they write it with a hyphen, or both halves alone.
 */
export function joinWords(lines: readonly string[], vocabulary: Vocabulary): string {
  const [first = "", ...rest] = lines;
  return rest.reduce((text, line) => joinTwo(text, line, vocabulary), first);
}

function joinTwo(before: string, after: string, vocabulary: Vocabulary): string {
  // A soft hyphen is there for this only.
  if (/\p{L}\u00AD$/u.test(before.slice(-3))) return `${before.slice(0, -1)}${after}`;
  if (/\d[-‐–]$/.test(before.slice(-2)) && /^\d/.test(after)) return `${before}${after}`;
  const cut = CUT.exec(before.slice(-60))?.[1]?.toLowerCase();
  const rest = REST.exec(after)?.[1]?.toLowerCase();
  if (cut === undefined || rest === undefined) return joinLines(before, after);
  const isOneWord = vocabulary.has(cut + rest);
  const isTwoWords =
    vocabulary.has(`${cut}-${rest}`) || (isWord(cut, vocabulary) && isWord(rest, vocabulary));
  return isTwoWords && !isOneWord ? `${before}${after}` : `${before.slice(0, -1)}${after}`;
}

/** Short ones are syllables as often as words. */
function isWord(letters: string, vocabulary: Vocabulary): boolean {
  return letters.length > 2 && vocabulary.has(letters);
}
