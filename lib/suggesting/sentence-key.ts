import { fold } from "#lib/anchoring/diff/fold.ts";

const FIRST_SEED = 0x811c9dc5;
const SECOND_SEED = 0xc2b2ae35;
const MULTIPLIERS = [0x85ebca6b, 0x9e3779b1] as const;

/**
 * What a sentence is known by when it was waved away: 16 hexadecimal digits of its folded words, so that other quotation
 * marks, capitals or spaces in a later revision do not bring it back. No secret: a hash that any browser can make at once.
 */
export function sentenceKey(words: string): string {
  const folded = fold(words);
  return hash(folded, FIRST_SEED, MULTIPLIERS[0]) + hash(folded, SECOND_SEED, MULTIPLIERS[1]);
}

function hash(words: string, seed: number, multiplier: number): string {
  let mixed = seed ^ words.length;
  for (let at = 0; at < words.length; at += 1) {
    mixed = Math.imul(mixed ^ words.charCodeAt(at), multiplier);
    mixed ^= mixed >>> 15;
  }
  mixed = Math.imul(mixed ^ (mixed >>> 13), MULTIPLIERS[0]);
  return ((mixed ^ (mixed >>> 16)) >>> 0).toString(16).padStart(8, "0");
}
