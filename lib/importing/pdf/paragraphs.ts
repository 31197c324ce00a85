import type { Line, Typography } from "./lines.ts";
import { bulletOf, NUMBER } from "./lists.ts";

/** All in sizes of the type, unless said otherwise. */
const SAME_EDGE = 0.3;
const INDENT = 0.7;
const DEEPEST_INDENT = 6;
/** Room left over at the end of a line, beyond the word that would have fitted, before its end was meant. */
const SLACK = 0.8;
/** Of the column's width: a line this much shorter ends its paragraph whatever its last character is. */
const CLEARLY_SHORT = 0.25;
/** Of the usual distance between lines. */
const WIDER = 1.3;
/** Lines on each side that tell how wide the text is here, and their distance: it may run round a picture. */
const NEIGHBOURS = 3;
const NEAR = 5;

const SENTENCE_END = /[.!?:…。！？：।؟۔]["'”’»)\]」』]*$/u;
/** A line of a table of contents: dots up to the number of a page. */
const DOT_LEADER = /(?:\.\s?){4,}\s*[\divxlc]+$/i;

/** The lines of a stretch of text, put together to paragraphs. */
export function paragraphsOf(lines: readonly Line[], typography: Typography): Line[][] {
  const paragraphs: Line[][] = [];
  for (const [index, line] of lines.entries()) {
    const paragraph = paragraphs.at(-1);
    const around = lines.slice(Math.max(0, index - 1 - NEIGHBOURS), index + NEIGHBOURS);
    if (paragraph && !isBreak(paragraph, line, { around, typography })) paragraph.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs;
}

/** Whether a paragraph that ends so may not go on elsewhere. */
export function endsSentence(text: string): boolean {
  return SENTENCE_END.test(text);
}

type Setting = { around: readonly Line[]; typography: Typography };

function isBreak(paragraph: readonly Line[], line: Line, setting: Setting): boolean {
  const first = paragraph[0];
  const last = paragraph.at(-1);
  if (first === undefined || last === undefined) return true;
  if (differsInSize(last, line) || isFar(last, line, setting.typography)) return true;
  if (bulletOf(line.text) !== null || DOT_LEADER.test(last.text) || last.isRtl !== line.isRtl) return true;
  const room = roomAfter(last, line, setting.around);
  const isMeantEnd = endsSentence(last.text) ? room.isLeft : room.isClear && !/[-‐\u00AD]$/.test(last.text);
  if (isMeantEnd || (NUMBER.test(line.text) && (room.isLeft || endsSentence(last.text)))) return true;
  if (room.isLeft && isTitleFont(paragraph, line, setting.typography)) return true;
  return isIndentBreak({ paragraph, first, last, line });
}

function differsInSize(a: Line, b: Line): boolean {
  return Math.abs(a.size - b.size) > 0.08 * Math.max(a.size, b.size);
}

function isFar(a: Line, b: Line, { size, leading }: Typography): boolean {
  // Rare sizes say little about their own distance.
  const usual = Math.abs(a.size - size) < 0.5 ? leading(a.size) : Math.min(leading(a.size), a.size * 1.5);
  return b.baseline - a.baseline > WIDER * Math.max(usual, a.size);
}

/** What is left of a line's width, and whether the first word of the next would have fitted there. */
function roomAfter(line: Line, next: Line, around: readonly Line[]): { isLeft: boolean; isClear: boolean } {
  const isNear = (other: Line) => Math.abs(other.baseline - line.baseline) < NEAR * line.size;
  const near = around.filter((other) => !differsInSize(other, line) && isNear(other));
  const left = Math.min(...near.map((other) => other.left), line.left);
  const right = Math.max(...near.map((other) => other.right), line.right);
  const room = line.isRtl ? line.left - left : right - line.right;
  const word = Math.min(/^\S+/.exec(next.text)?.[0].length ?? 0, isUnspaced(next.text) ? 2 : 30);
  const wordWidth = ((next.right - next.left) * word) / Math.max(1, next.text.length);
  return {
    isLeft: room > wordWidth + SLACK * line.size,
    isClear: room > CLEARLY_SHORT * (right - left) && room > wordWidth + SLACK * line.size,
  };
}

function isUnspaced(text: string): boolean {
  return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(text);
}

/** A heading in bold above the first line of its text. */
function isTitleFont(paragraph: readonly Line[], line: Line, { font }: Typography): boolean {
  return line.font === font && paragraph.every((other) => other.font !== font);
}

type Edges = { paragraph: readonly Line[]; first: Line; last: Line; line: Line };

function isIndentBreak({ paragraph, first, last, line }: Edges): boolean {
  const isItem = bulletOf(first.text) !== null || NUMBER.test(first.text);
  const indent = indentOf(line, last) / line.size;
  const isHanging = paragraph.length > 1 && indentOf(last, first) / line.size > INDENT;
  const isBack = Math.abs(indentOf(line, first)) / line.size < SAME_EDGE;
  if (isHanging && isBack) return true;
  if (isItem && paragraph.length === 1) return indent < -INDENT;
  return indent > INDENT && indent < DEEPEST_INDENT && endsSentence(last.text);
}

/** How much further in `line` begins than `other`, in points, from the side it is read from. */
function indentOf(line: Line, other: Line): number {
  return line.isRtl ? other.right - line.right : line.left - other.left;
}
