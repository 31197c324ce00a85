import { goesOn } from "./abbreviations.ts";
import type { Block } from "./blocks.ts";
import { segmenterFor } from "./segmenters.ts";
import { type Span, trimSpan } from "./spans.ts";

/** How far context may reach beyond a passage, in UTF-16 code units: two long sentences, no page of someone else's text. */
const CONTEXT_REACH = 400;

/** The sentences of an article in reading order, trimmed. None crosses the edge of a block. `language`: BCP 47. */
export function listSentences(text: string, blocks: readonly Block[], language: string): Span[] {
  return blocks.flatMap((block) => sentencesOf(text, block, language));
}

/** The words inside `span`, without white space and punctuation. */
export function listWords(text: string, span: Span, language: string): Span[] {
  const words: Span[] = [];
  for (const { index, segment, isWordLike } of segmenterFor(language, "word").segment(
    text.slice(span.start, span.end),
  )) {
    const start = span.start + index;
    if (isWordLike) words.push({ start, end: start + segment.length });
  }
  return words;
}

/**
 * The sentence or sentences a passage stands in, with one neighbour on each side within the same block: what
 * a reader needs to understand it. Where sentences are very long it stops at a word within 400 code units.
 */
export function contextAround(text: string, blocks: readonly Block[], span: Span, language: string): Span {
  const touched = blocks.filter((block) => block.start < span.end && block.end > span.start);
  const first = touched[0];
  const last = touched.at(-1);
  if (first === undefined || last === undefined) return span;
  const before = sentencesOf(text, first, language).filter((sentence) => sentence.start <= span.start);
  const after = sentencesOf(text, last, language).filter((sentence) => sentence.end >= span.end);
  const start = Math.min(span.start, (before.at(-2) ?? before.at(-1) ?? span).start);
  const end = Math.max(span.end, (after[1] ?? after[0] ?? span).end);
  return withinReach(text, { start, end }, span, language);
}

/** Words among the sentences around them; `start` and `end` are the words' own offsets inside `text`. */
export type WordsInContext = { text: string; start: number; end: number };

/** The words of a passage with what `contextAround` says a reader needs of the text around them. */
export function wordsInContext(
  text: string,
  blocks: readonly Block[],
  span: Span,
  language: string,
): WordsInContext {
  const around = contextAround(text, blocks, span, language);
  return {
    text: text.slice(around.start, around.end),
    start: span.start - around.start,
    end: span.end - around.start,
  };
}

function withinReach(text: string, context: Span, span: Span, language: string): Span {
  const { start, end } = context;
  const from = span.start - CONTEXT_REACH;
  const to = span.end + CONTEXT_REACH;
  const before = from > start ? listWords(text, { start: from, end: span.start }, language) : [];
  const after = to < end ? listWords(text, { start: span.end, end: to }, language) : [];
  return {
    // The outermost word may have been cut in two, so it is left out.
    start: from > start ? (before[1]?.start ?? span.start) : start,
    end: to < end ? (after.at(-2)?.end ?? span.end) : end,
  };
}

function sentencesOf(text: string, block: Span, language: string): Span[] {
  const sentences: Span[] = [];
  let start = block.start;
  for (const end of sentenceEnds(text.slice(block.start, block.end), language)) {
    const piece = trimSpan(text, { start, end: block.start + end });
    start = block.start + end;
    if (piece === null) continue;
    const previous = sentences.at(-1);
    if (previous !== undefined && isOneSentence(text, previous, piece)) previous.end = piece.end;
    else sentences.push(piece);
  }
  return sentences;
}

/** Where the segmenter ends a sentence, mended where it knows no better than the letters. */
function sentenceEnds(words: string, language: string): number[] {
  const ends: number[] = [];
  for (const { index, segment } of segmenterFor(language, "sentence").segment(words)) {
    for (const found of segment.matchAll(END_BEFORE_ADDRESS))
      ends.push(index + found.index + found[0].length);
    const end = index + segment.length;
    // Without a space before it, an opening quotation mark is cut off from the words it opens (。“).
    const opening = end < words.length ? (OPENING_AT_END.exec(segment)?.[0].length ?? 0) : 0;
    ends.push(end - opening);
  }
  return ends;
}

/** A web address begins with a small letter without going on with the sentence before it. */
const END_BEFORE_ADDRESS = /[.!?…]["'”’»)\]]{0,3}\s(?=https?:\/\/)/gu;
const OPENING_AT_END = /[\p{Ps}\p{Pi}]{1,3}$/u;

/** Code units on each side of a full stop that decide whether it ends a sentence. */
const LOOK_AROUND = 40;

/** A line end inside a block was set on purpose, so it always ends a sentence. */
function isOneSentence(text: string, before: Span, after: Span): boolean {
  if (text.slice(before.end, after.start).includes("\n")) return false;
  const tail = text.slice(Math.max(before.start, before.end - LOOK_AROUND), before.end);
  return goesOn(tail, text.slice(after.start, Math.min(after.end, after.start + LOOK_AROUND)));
}
