import { isPlain } from "../graphemes.ts";
import { DASHES, DOUBLE_QUOTES, foldLetters, INVISIBLE, SINGLE_QUOTES } from "./letters.ts";

/** What a UTF-16 code unit is to the reader of words. */
export const BLANK = 1;
/** Nothing to see: inside a word it is skipped, outside it is no word. */
export const UNSEEN = 2;
/** Letters and digits of scripts that put spaces between words. */
export const LETTER = 3;
/** Written without spaces between words, or in long compounds: each character is a word. */
export const LONE = 4;
/** Joins what stands before it: accents, vowel signs, skin tones. */
export const MARK = 5;
/** Punctuation, symbols, and whatever else is seen. */
export const SIGN = 6;
/** First half of a character of two code units. */
export const HIGH_SURROGATE = 7;

/** Bits of an entry: the folded code unit, then the kind, then the flags. */
const KIND_SHIFT = 16;
const FOLDS_APART = 1 << 20;
const IS_STEADY = 1 << 21;

/** Chinese, Japanese, Korean (a syllable stands for a morpheme), and the scripts of South-East Asia. */
const LONE_SCRIPTS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;
/** Vowels and final consonants of a Korean syllable written as its parts. */
const KOREAN_PARTS = /[\u1160-\u11FF\uD7B0-\uD7FF]/;

const entries = new Uint32Array(0x10000);

/** Kind, folded code unit and flag of a code unit, looked up once and remembered. */
export function entryOf(code: number): number {
  const known = entries[code] ?? 0;
  if (known !== 0) return known;
  const made = entryFor(code);
  entries[code] = made;
  return made;
}

/** One of the kinds above. */
export function kindOf(entry: number): number {
  return (entry >>> KIND_SHIFT) & 15;
}

/** The code unit that stands for it in the folded view, where `foldsApart` does not say otherwise. */
export function foldedUnit(entry: number): number {
  return entry & 0xffff;
}

/** Whether a word with this code unit must be folded as a whole: it becomes several, or joins its neighbours. */
export function foldsApart(entry: number): boolean {
  return (entry & FOLDS_APART) !== 0;
}

/** Whether it is a letter or digit that folds the same whatever stands beside it, accents apart. */
export function foldsAlone(code: number): boolean {
  const entry = entryOf(code);
  const kind = kindOf(entry);
  return (kind === LETTER || kind === LONE) && (entry & (IS_STEADY | FOLDS_APART)) === IS_STEADY;
}

/** Whether characters certainly meet between two code units. (Of CR LF it says so too: no edge of ours is there.) */
export function isSurelyEdge(before: number, after: number): boolean {
  const [left, right] = [entryOf(before), entryOf(after)];
  if ((left & right & IS_STEADY) !== 0) return true;
  return kindOf(left) === MARK && kindOf(right) === BLANK;
}

function entryFor(code: number): number {
  const character = String.fromCharCode(code);
  const kind = kindOfCharacter(character, code);
  const folded = kind === BLANK || kind === UNSEEN ? character : foldLetters(character);
  const flag = folded.length === 1 && kind !== HIGH_SURROGATE ? 0 : FOLDS_APART;
  return (
    (kind << KIND_SHIFT) | flag | (isSteady(character, code, kind) ? IS_STEADY : 0) | folded.charCodeAt(0)
  );
}

/** Letters that join what follows (Malayalam), what precedes (Thai, Lao), or each other (Korean parts). */
const JOINING_LETTERS = /[\u0D4E\u0E33\u0EB3\u1100-\u11FF\uA960-\uA97F\uD7B0-\uD7FF]|\p{Grapheme_Extend}/u;

/** Whether it joins no neighbour that is steady too. */
function isSteady(character: string, code: number, kind: number): boolean {
  if (isPlain(code) || kind === BLANK || /[\p{P}\p{S}]/u.test(character)) return true;
  return (kind === LETTER || kind === LONE) && !JOINING_LETTERS.test(character);
}

function kindOfCharacter(character: string, code: number): number {
  if (INVISIBLE.test(character)) return UNSEEN;
  if (/\s/.test(character)) return BLANK;
  if (code >= 0xd800 && code <= 0xdbff) return HIGH_SURROGATE;
  if (SINGLE_QUOTES.test(character) || DOUBLE_QUOTES.test(character) || DASHES.test(character)) return SIGN;
  if (/\p{M}/u.test(character) || KOREAN_PARTS.test(character)) return MARK;
  if (!/[\p{L}\p{N}]/u.test(character)) return SIGN;
  return LONE_SCRIPTS.test(character) ? LONE : LETTER;
}
