/** Letters as they are compared: no marks on them, no capitals. */
export const plain = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** The words of a text as they are compared. */
export const plainWords = (text: string): string[] =>
  plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Whether everything typed stands in the text, in any order and each as part of a word. */
export function holds(text: string, typed: string): boolean {
  const whole = plain(text);
  return plain(typed)
    .split(/\s+/u)
    .every((word) => whole.includes(word));
}

/**
 * Whether a text has everything typed, in any order: as part of a word, or as the beginning of one but for a slip of
 * the fingers. Long words may have two.
 */
export function isMeant(text: string, typed: readonly string[]): boolean {
  const whole = plain(text);
  const words = plainWords(text);
  return typed.map(plain).every((one) => {
    const slips = mostSlips(one);
    return whole.includes(one) || (slips > 0 && words.some((word) => beginsLike(word, one, slips)));
  });
}

/** In short words a slip makes another word. */
const mostSlips = (word: string): number => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

/** Whether a beginning of `word` differs from `typed` by at most so many letters missing, added, changed or swapped. */
function beginsLike(word: string, typed: string, slips: number): boolean {
  const letters = word.slice(0, typed.length + slips);
  let before: number[] = [];
  let row = Array.from({ length: letters.length + 1 }, (_, at) => at);
  for (let y = 1; y <= typed.length; y += 1) {
    const next = [y];
    for (let x = 1; x <= letters.length; x += 1) {
      const isSame = typed[y - 1] === letters[x - 1];
      const isSwapped = y > 1 && x > 1 && typed[y - 1] === letters[x - 2] && typed[y - 2] === letters[x - 1];
      const steps = [at(next, x - 1) + 1, at(row, x) + 1, at(row, x - 1) + (isSame ? 0 : 1)];
      next.push(Math.min(...steps, isSwapped ? at(before, x - 2) + 1 : Number.POSITIVE_INFINITY));
    }
    [before, row] = [row, next];
  }
  return Math.min(...row) <= slips;
}

const at = (row: readonly number[], place: number): number => row[place] ?? Number.POSITIVE_INFINITY;
