import { BLANK, entryOf, foldedUnit, foldsApart, kindOf, UNSEEN } from "./code-units.ts";
import { foldLetters } from "./letters.ts";

/**
 * The words as matching sees them: composed (NFC), in small letters, with one kind of quotation mark and dash, a
 * single space for white space, and without what cannot be seen. Only for comparing: what is stored and shown are
 * the words as they are.
 */
export function fold(words: string): string {
  const buffer = foldBuffer();
  foldInto(buffer, words, 0, words.length);
  let folded = "";
  for (let at = 0; at < buffer.length; at += 1) folded += String.fromCharCode(buffer.units[at] ?? 0);
  return folded;
}

/** Folded code units, the first `length` of `units`. Kept and used again: making one takes longer than folding. */
export type FoldBuffer = { units: Uint16Array; length: number };

export function foldBuffer(): FoldBuffer {
  return { units: new Uint16Array(64), length: 0 };
}

/** `fold` of `text.slice(start, end)` into a buffer, over what was in it. */
export function foldInto(buffer: FoldBuffer, text: string, start: number, end: number): void {
  if (buffer.units.length < end - start) buffer.units = new Uint16Array(2 * (end - start));
  if (foldPlain(buffer, text, start, end)) return;
  const folded = foldLetters(text.slice(start, end)).replace(/\s+/g, " ").trim();
  if (buffer.units.length < folded.length) buffer.units = new Uint16Array(2 * folded.length);
  for (let at = 0; at < folded.length; at += 1) buffer.units[at] = folded.charCodeAt(at);
  buffer.length = folded.length;
}

/** Below it nothing joins a neighbour. */
const FIRST_ACCENT = 0x300;
const SPACE = 0x20;
const DASH = 0x2d;

/** One code unit at a time. False where that will not do. */
function foldPlain(buffer: FoldBuffer, text: string, start: number, end: number): boolean {
  const { units } = buffer;
  let length = 0;
  let last = SPACE;
  let hasAccents = false;
  let hasUnseen = false;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    const entry = entryOf(code);
    const kind = kindOf(entry);
    if (foldsApart(entry)) return false;
    if (kind === UNSEEN) {
      hasUnseen = true;
      continue;
    }
    if (code >= FIRST_ACCENT) hasAccents = true;
    const unit = kind === BLANK ? SPACE : foldedUnit(entry);
    if (unit === last && (unit === SPACE || unit === DASH)) continue;
    units[length] = unit;
    length += 1;
    last = unit;
  }
  buffer.length = last === SPACE && length > 0 ? length - 1 : length;
  return !hasAccents || isComposed(buffer, text.slice(start, end), hasUnseen);
}

/** Whether nothing is left to compose, if need be after composing it now. */
function isComposed(buffer: FoldBuffer, words: string, hasUnseen: boolean): boolean {
  // What cannot be seen may stand between a letter and its accent, and has to go before they are composed.
  if (hasUnseen) return false;
  const composed = words.normalize("NFC");
  return (
    composed === words || (composed.length <= words.length && foldPlain(buffer, composed, 0, composed.length))
  );
}
