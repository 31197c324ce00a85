import type { Span } from "#lib/anchoring/spans.ts";

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

/** Shares from 0 to 1 of all words or paragraphs. */
export type EditRates = {
  /** Words replaced, misspelt, left out, put in upper case, or with words put in behind them. */
  words: number;
  /** Paragraphs that go to another place; half of them change places with one another. */
  movedParagraphs: number;
  deletedParagraphs: number;
  insertedParagraphs: number;
  /** Paragraphs retyped with other quotation marks, dashes and white space, or in decomposed characters. */
  retypedParagraphs: number;
};

/** What became of a stretch of the older text. */
export type Truth = {
  /** Where its words, or the words that replaced them, stand now. Null when all of them are gone. */
  image: Span | null;
  /** Share of its code units that was not taken out, 0 to 1. Replaced words count as there. */
  keptShare: number;
};

export type EditedText = { after: string; truthOf: (span: Span) => Truth };

/**
 * Edits a text as editors do, and keeps book of where everything went. Paragraphs are separated by blank lines.
 * `deleted`: stretches to take out; `spares`: paragraphs to put in; `random`: where the dice come from.
 */
export function editText(input: {
  before: string;
  rates: EditRates;
  deleted: readonly Span[];
  spares: readonly string[];
  random: () => number;
}): EditedText {
  const { rates, random } = input;
  const paragraphs = readParagraphs(input.before);
  for (const [index, paragraph] of paragraphs.entries()) {
    const nearby = paragraphs.slice(Math.max(0, index - NEARBY), index + NEARBY).flat();
    const vocabulary = nearby.filter((piece) => !piece.isSpace);
    changeWords(paragraph, vocabulary, rates.words, random);
    if (random() < rates.retypedParagraphs) retype(paragraph, random);
    if (random() < rates.deletedParagraphs) for (const piece of paragraph) piece.now = "";
  }
  takeOut(paragraphs, input.deleted);
  const arranged = arrange(paragraphs, input.spares, rates, random);
  const after = write(arranged);
  const pieces = paragraphs.flat();
  return { after, truthOf: (span) => truthOf(pieces, span) };
}

/** A word or the white space between two. `now`: what stands for it, "" when nothing; `at`: where, once written. */
type Piece = { start: number; end: number; was: string; now: string; at: number; isSpace: boolean };

/** Paragraphs on each side that new words are taken from. */
const NEARBY = 10;

const WORDS = /\s+|[^\s\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Myanmar}]+|[^\s]/gu;
const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

function readParagraphs(text: string): Piece[][] {
  const paragraphs: Piece[][] = [];
  let start = 0;
  for (const paragraph of text.split("\n\n")) {
    paragraphs.push(piecesOf(paragraph, start));
    start += paragraph.length + 2;
  }
  return paragraphs;
}

function piecesOf(paragraph: string, offset: number): Piece[] {
  const edges = new Set([...graphemes.segment(paragraph)].map(({ index }) => index));
  const pieces: Piece[] = [];
  for (const { 0: was, index } of paragraph.matchAll(WORDS)) {
    const last = pieces.at(-1);
    const isSpace = /^\s+$/u.test(was);
    // No piece begins inside a character; scripts without spaces are cut after every second one.
    const joins = last !== undefined && !edges.has(index);
    const pairs = last?.was.length === 1 && was.length === 1 && !last.isSpace && !isSpace;
    if (last !== undefined && (joins || pairs)) {
      last.was += was;
      last.now = last.was;
      last.end += was.length;
    } else {
      const start = offset + index;
      pieces.push({ start, end: start + was.length, was, now: was, at: 0, isSpace });
    }
  }
  return pieces;
}

function changeWords(
  paragraph: Piece[],
  vocabulary: readonly Piece[],
  rate: number,
  random: () => number,
): void {
  const anyWord = () => vocabulary[Math.floor(random() * vocabulary.length)]?.was ?? "word";
  for (const [index, piece] of paragraph.entries()) {
    if (piece.isSpace || random() >= rate) continue;
    const change = random();
    if (change < 0.4) piece.now = anyWord();
    else if (change < 0.55) piece.now = misspell(piece.was, random);
    else if (change < 0.65) piece.now = piece.was.toUpperCase();
    else if (change < 0.85) leaveOut(paragraph, index);
    else {
      const words = Array.from({ length: 1 + Math.floor(random() * 4) }, anyWord);
      const space = paragraph[index + 1];
      if (space?.isSpace) space.now = ` ${words.join(" ")}${space.now}`;
      else piece.now += words[0] ?? "";
    }
  }
}

function leaveOut(paragraph: Piece[], index: number): void {
  const piece = paragraph[index];
  const space = paragraph[index + 1];
  if (piece !== undefined) piece.now = "";
  if (space?.isSpace && space.now === space.was) space.now = "";
}

function misspell(word: string, random: () => number): string {
  const letters = Array.from(graphemes.segment(word), ({ segment }) => segment);
  const at = Math.floor(random() * letters.length);
  const [letter = "", next = ""] = letters.slice(at, at + 2);
  letters.splice(at, 2, ...(random() < 0.5 ? [next, letter] : [letter, letter, next]));
  return letters.join("");
}

function retype(paragraph: Piece[], random: () => number): void {
  const isDecomposed = random() < 0.3;
  const isStraight = random() < 0.5;
  for (const piece of paragraph) {
    if (piece.isSpace) piece.now = piece.now.replaceAll(" ", random() < 0.1 ? "\u00a0" : " ");
    if (isDecomposed) piece.now = piece.now.normalize("NFD");
    piece.now = isStraight
      ? piece.now
          .replace(/[“”„«»]/g, '"')
          .replace(/[‘’]/g, "'")
          .replace(/[–—]/g, "-")
      : piece.now.replace(/"/g, "”").replace(/'/g, "’").replace(/^-$/g, "—");
  }
}

function takeOut(paragraphs: readonly Piece[][], deleted: readonly Span[]): void {
  const pieces = paragraphs.flat();
  for (const { start, end } of deleted) {
    for (let index = firstEndingAfter(pieces, start); (pieces[index]?.start ?? end) < end; index += 1) {
      const piece = pieces[index];
      if (piece !== undefined) piece.now = "";
    }
  }
}

/** New order of the paragraphs, with the put-in ones as bare strings. */
function arrange(
  paragraphs: readonly Piece[][],
  spares: readonly string[],
  rates: EditRates,
  random: () => number,
): (Piece[] | string)[] {
  const order: (Piece[] | string)[] = [...paragraphs];
  const anyPlace = () => Math.floor(random() * order.length);
  const moves = Math.round(paragraphs.length * rates.movedParagraphs);
  for (let move = 0; move < moves; move += 1) {
    const [from, to] = [anyPlace(), anyPlace()];
    const [moved, other] = [order[from], order[to]];
    if (moved === undefined || other === undefined) continue;
    if (move % 2 === 0) [order[from], order[to]] = [other, moved];
    else order.splice(to, 0, ...order.splice(from, 1));
  }
  const insertions = Math.min(spares.length, Math.round(paragraphs.length * rates.insertedParagraphs));
  for (const spare of spares.slice(0, insertions)) order.splice(anyPlace(), 0, spare);
  return order;
}

function write(order: readonly (Piece[] | string)[]): string {
  const written: string[] = [];
  let length = 0;
  for (const paragraph of order) {
    const words = typeof paragraph === "string" ? paragraph : paragraph.map(({ now }) => now).join("");
    if (words.trim() === "") continue;
    if (length > 0) length += 2;
    let at = length;
    for (const piece of typeof paragraph === "string" ? [] : paragraph) {
      piece.at = at;
      at += piece.now.length;
    }
    written.push(words);
    length += words.length;
  }
  return written.join("\n\n");
}

function truthOf(pieces: readonly Piece[], span: Span): Truth {
  let first: Piece | null = null;
  let last: Piece | null = null;
  let kept = 0;
  let all = 0;
  for (let index = firstEndingAfter(pieces, span.start); index < pieces.length; index += 1) {
    const piece = pieces[index];
    if (piece === undefined || piece.start >= span.end) break;
    if (piece.isSpace) continue;
    all += piece.end - piece.start;
    if (piece.now === "") continue;
    kept += piece.end - piece.start;
    first ??= piece;
    last = piece;
  }
  if (first === null || last === null) return { image: null, keptShare: 0 };
  // A stretch may begin or end inside a word; if the word was left alone, so may its image.
  const startInside = first.now === first.was ? Math.max(0, span.start - first.start) : 0;
  const endInside =
    last.now === last.was ? Math.min(last.now.length, span.end - last.start) : last.now.length;
  return { image: { start: first.at + startInside, end: last.at + endInside }, keptShare: kept / all };
}

function firstEndingAfter(pieces: readonly Piece[], offset: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
