const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });

/**
 * Ranges of UTF-16 code units that never join a neighbour from these same ranges (CR LF apart): Latin, Greek,
 * Cyrillic, Hebrew and Arabic letters, general punctuation, Chinese and Japanese, Hangul syllables, the replacement character. They spare
 * most texts the segmenter, and keep what it has to look at short.
 */
const PLAIN_RANGES = [
  [0x0000, 0x02ff],
  [0x0370, 0x0482],
  [0x048a, 0x0590],
  [0x05d0, 0x05f4],
  [0x0620, 0x064a],
  [0x2010, 0x2027],
  [0x3000, 0x3029],
  [0x309b, 0xa66e],
  [0xac00, 0xd7a3],
  [0xfffc, 0xfffd],
] as const;

/** Whether a code unit joins no neighbour that is plain too. */
export function isPlain(code: number): boolean {
  return PLAIN_RANGES.some(([first, last]) => code >= first && code <= last);
}

/**
 * The grapheme cluster (what a reader calls one character) that `offset` stands inside of, or null when
 * `offset` is at the edge of one. CR LF counts as one.
 */
function splitGrapheme(text: string, offset: number): { start: number; end: number } | null {
  if (offset <= 0 || offset >= text.length) return null;
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  if (before === 0x0d && after === 0x0a) return { start: offset - 1, end: offset + 1 };
  if (isPlain(before) && isPlain(after)) return null;
  const { start, end } = windowAround(text, offset);
  const found = segmenter.segment(text.slice(start, end)).containing(offset - start);
  if (found === undefined || start + found.index === offset) return null;
  return { start: start + found.index, end: start + found.index + found.segment.length };
}

/** Code units the segmenter gets to see on each side. Clusters of news text have a dozen at most. */
const REACH = 500;

/** A stretch around `offset` that begins and ends where clusters certainly meet, unless that is out of reach. */
function windowAround(text: string, offset: number): { start: number; end: number } {
  let start = Math.max(0, offset - 1);
  while (start > 0 && start > offset - REACH && !isEdge(text, start)) start -= 1;
  let end = Math.min(text.length, offset + 1);
  while (end < text.length && end < offset + REACH && !isEdge(text, end)) end += 1;
  return { start, end };
}

/** Whether two plain characters meet at `offset`. (A window may cut a CR LF: both halves end a cluster anyway.) */
function isEdge(text: string, offset: number): boolean {
  return isPlain(text.charCodeAt(offset - 1)) && isPlain(text.charCodeAt(offset));
}

/** The last grapheme boundary at or before `offset` (UTF-16 code units). */
export function boundaryBefore(text: string, offset: number): number {
  return splitGrapheme(text, offset)?.start ?? offset;
}

/** The first grapheme boundary at or after `offset` (UTF-16 code units). */
export function boundaryAfter(text: string, offset: number): number {
  return splitGrapheme(text, offset)?.end ?? offset;
}

/** Whether `offset` splits no grapheme cluster and no CR LF. */
export function isBoundary(text: string, offset: number): boolean {
  return splitGrapheme(text, offset) === null;
}
