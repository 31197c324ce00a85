import { foldStatement } from "./fold.ts";

/** Scripts written without spaces, and Korean, whose particles hang on its words. */
const PAIRED =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Khmer}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}\p{Script=Hangul}ー]+/u;
const RUNS = new RegExp(`(${PAIRED.source})|[\\p{L}\\p{M}\\p{N}]+`, "gu");

/** A statement's groups of neighbouring letters: what it is compared by. */
export type LetterGroups = ReadonlySet<string>;

/**
 * Groups of three code points inside each word, its edges counted in; of two where a script sets no spaces. Where a word
 * stands does not matter, nor do capitals, accents and punctuation.
 */
export function letterGroups(statement: string): LetterGroups {
  const groups = new Set<string>();
  for (const [run, paired] of foldStatement(statement).matchAll(RUNS)) {
    const points = Array.from(paired === undefined ? `  ${run} ` : run);
    const size = paired === undefined ? 3 : Math.min(2, points.length);
    for (let at = 0; at + size <= points.length; at += 1) groups.add(points.slice(at, at + size).join(""));
  }
  return groups;
}

/** How alike two statements are, 0 to 1: the share of their letter groups that they have in common. */
export function likeness(one: LetterGroups, other: LetterGroups): number {
  if (one.size === 0 || other.size === 0) return 0;
  let both = 0;
  for (const group of one) if (other.has(group)) both += 1;
  return (2 * both) / (one.size + other.size);
}
