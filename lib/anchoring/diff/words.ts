import {
  BLANK,
  entryOf,
  foldedUnit,
  foldsApart,
  kindOf,
  LETTER,
  LONE,
  MARK,
  SIGN,
  UNSEEN,
} from "./code-units.ts";
import { foldBuffer, foldInto } from "./fold.ts";

/**
 * The words of a text in order, as columns. A word is a run of letters and digits, one character of a script
 * without spaces, an emoji, or punctuation; everything seen is in one. Offsets are UTF-16 code units, end
 * exclusive. Words that fold the same have the same hash.
 */
export type WordList = {
  readonly text: string;
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly hashes: Int32Array;
  /** 1 where a line begins with the word. */
  readonly opensLine: Uint8Array;
};

/** Splits and hashes in one pass. */
export function listWords(text: string): WordList {
  // Parts of a composed text are composed, so that none of its words has to be looked at again.
  const reader: Reader = { text, isComposed: text.normalize("NFC") === text, end: 0, hash: 0 };
  let columns = resized(NO_WORDS, 16 + Math.floor(text.length / 4));
  let count = 0;
  let isNewLine = 1;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    const kind = kindOf(entryOf(code));
    if (kind === BLANK || kind === UNSEEN) {
      if (code === 0x0a) isNewLine = 1;
      at += 1;
      continue;
    }
    readWord(reader, at, kind);
    if (count === columns.starts.length) columns = resized(columns, count * 2);
    columns.starts[count] = at;
    columns.ends[count] = reader.end;
    columns.hashes[count] = reader.hash;
    columns.opensLine[count] = isNewLine;
    isNewLine = 0;
    count += 1;
    at = reader.end;
  }
  return { text, count, ...resized(columns, count) };
}

/** What a word tells by itself: long ones are rarer. */
export function weightOf({ starts, ends }: WordList, word: number): number {
  return 1 + Math.min(8, (ends[word] ?? 0) - (starts[word] ?? 0));
}

type Columns = Pick<WordList, "starts" | "ends" | "hashes" | "opensLine">;

/** Copies of the columns with room for `size` words. */
function resized({ starts, ends, hashes, opensLine }: Columns, size: number): Columns {
  const copy = (column: Int32Array) => {
    const room = new Int32Array(size);
    room.set(column.subarray(0, size));
    return room;
  };
  const lines = new Uint8Array(size);
  lines.set(opensLine.subarray(0, size));
  return { starts: copy(starts), ends: copy(ends), hashes: copy(hashes), opensLine: lines };
}

const NO_WORDS: Columns = {
  starts: new Int32Array(0),
  ends: new Int32Array(0),
  hashes: new Int32Array(0),
  opensLine: new Uint8Array(0),
};

/** `end` and `hash` are of the word read last. */
type Reader = { readonly text: string; readonly isComposed: boolean; end: number; hash: number };

function readWord(reader: Reader, start: number, kind: number): void {
  if (kind === LETTER || kind === MARK) readLetters(reader, start);
  else if (kind === SIGN) readSigns(reader, start);
  else readCharacter(reader, start, kind);
}

const HASH_SEED = 0x811c9dc5;
const HASH_PRIME = 0x01000193;
const DASH = 0x2d;

function readLetters(reader: Reader, start: number): void {
  const { text, isComposed } = reader;
  let hash = HASH_SEED;
  let end = start;
  let mustFold = false;
  let hasUnseen = false;
  for (let at = start; at < text.length; at += 1) {
    const entry = entryOf(text.charCodeAt(at));
    const kind = kindOf(entry);
    if (kind === UNSEEN) {
      hasUnseen = true;
      continue;
    }
    if (kind !== LETTER && kind !== MARK) break;
    if (foldsApart(entry) || (kind === MARK && (hasUnseen || !isComposed))) mustFold = true;
    hash = Math.imul(hash ^ foldedUnit(entry), HASH_PRIME);
    end = at + 1;
  }
  reader.end = end;
  reader.hash = mustFold ? hashOfFolded(text, start, end) : spread(hash);
}

/** One sign, or a run of the same: "...", "--", "!!". */
function readSigns(reader: Reader, start: number): void {
  const { text } = reader;
  const first = entryOf(text.charCodeAt(start));
  const sign = foldedUnit(first);
  let hash = HASH_SEED;
  let end = start;
  let mustFold = false;
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const entry = entryOf(code);
    const kind = kindOf(entry);
    const isSame = kind === SIGN && foldedUnit(entry) === sign;
    if (!isSame && !(kind === MARK && end === at)) break;
    if (foldsApart(entry) || kind === MARK) mustFold = true;
    if (sign !== DASH || at === start) hash = Math.imul(hash ^ foldedUnit(entry), HASH_PRIME);
    end = at + 1;
  }
  reader.end = end;
  reader.hash = mustFold ? hashOfFolded(text, start, end) : spread(hash);
}

/** One character with what joins it. */
function readCharacter(reader: Reader, start: number, kind: number): void {
  const { text } = reader;
  const end = kind === LONE ? endOfMarks(text, start + 1) : endOfEmoji(text, start);
  reader.end = end;
  const isPlain = end === start + 1;
  const code = foldedUnit(entryOf(text.charCodeAt(start)));
  reader.hash = isPlain ? spread(Math.imul(HASH_SEED ^ code, HASH_PRIME)) : hashOfFolded(text, start, end);
}

function endOfMarks(text: string, from: number): number {
  let end = from;
  for (let at = from; at < text.length; at += 1) {
    const kind = kindOf(entryOf(text.charCodeAt(at)));
    if (kind === MARK) end = at + 1;
    else if (kind !== UNSEEN) break;
  }
  return end;
}

const JOINER = 0x200d;

/** Past the character of two code units at `start`, its skin tone, its other flag letter, and whatever is joined. */
function endOfEmoji(text: string, start: number): number {
  let end = endOfMarks(text, start + widthAt(text, start));
  if (isFlagLetter(text, start) && isFlagLetter(text, end)) end = endOfMarks(text, end + 2);
  for (;;) {
    let next = end;
    let isJoined = false;
    for (; next < text.length && kindOf(entryOf(text.charCodeAt(next))) === UNSEEN; next += 1) {
      isJoined = text.charCodeAt(next) === JOINER;
    }
    if (!isModifier(text, next) && !(isJoined && next < text.length)) return end;
    if (kindOf(entryOf(text.charCodeAt(next))) === BLANK) return end;
    end = endOfMarks(text, next + widthAt(text, next));
  }
}

function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function isFlagLetter(text: string, at: number): boolean {
  const point = text.codePointAt(at) ?? 0;
  return point >= 0x1f1e6 && point <= 0x1f1ff;
}

/** Skin tones, tags of flags, and variation selectors beyond the first sixteen. */
function isModifier(text: string, at: number): boolean {
  const point = text.codePointAt(at) ?? 0;
  return (point >= 0x1f3fb && point <= 0x1f3ff) || (point >= 0xe0000 && point <= 0xe01ef);
}

const folded = foldBuffer();

/** Hash of a word that has to be folded as a whole. */
function hashOfFolded(text: string, start: number, end: number): number {
  foldInto(folded, text, start, end);
  let hash = HASH_SEED;
  for (let at = 0; at < folded.length; at += 1) hash = Math.imul(hash ^ (folded.units[at] ?? 0), HASH_PRIME);
  return spread(hash);
}

/** FNV-1a leaves short words close together; this mixes the high bits into the low ones (as MurmurHash3 ends). */
function spread(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return mixed ^ (mixed >>> 13);
}
