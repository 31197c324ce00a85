/** What parts a page's title from the name of its site. */
const SEPARATOR = /\s+[|\-–—\\/>»«·•:]+\s+|\s*[|｜»]\s*/g;

/** Titles of no more words are not cut, unless what is cut off is the site's name. */
const FEWEST_WORDS = 5;

/**
 * The headline in the `<title>` of a page: without the site's name at either end, as far as that is told by
 * `siteNames` or by its place behind a separator.
 */
export function headlineOf(title: string, siteNames: readonly string[]): string {
  const whole = title.replace(/\s+/g, " ").trim();
  const separators = [...whole.matchAll(SEPARATOR)];
  const [first] = separators;
  const last = separators.at(-1);
  if (first === undefined || last === undefined) return whole;
  const names = new Set(siteNames.map(folded).filter((name) => name !== ""));
  const front = whole.slice(0, last.index);
  const back = whole.slice(first.index + first[0].length);
  if (names.has(folded(whole.slice(last.index + last[0].length)))) return front;
  if (names.has(folded(whole.slice(0, first.index)))) return back;
  const isSiteLike = !/^\s*:/.test(last[0]);
  return isSiteLike && wordsIn(front) >= FEWEST_WORDS ? front : whole;
}

function wordsIn(text: string): number {
  return text.split(/\s+/).length;
}

function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/^the |\.(?:com|org|net|co\.uk|de|fr)$/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** How alike two titles are: shared words of all words, 0 to 1. */
export function likeness(a: string, b: string): number {
  const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const [first, second] = [wordsOf(a), wordsOf(b)];
  const shared = [...first].filter((word) => second.has(word)).length;
  return shared === 0 ? 0 : shared / Math.max(first.size, second.size);
}
