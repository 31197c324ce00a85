/**
 * What is written but not seen: joiners, direction marks, soft hyphens, variation selectors. `\s` counts the last
 * of them, the byte order mark, as white space; here it is nothing.
 */
export const INVISIBLE =
  /\u034F|[\u00AD\u061C\u180E\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]|\u200D|[\uFE00-\uFE0F]/;
const ALL_INVISIBLE = new RegExp(INVISIBLE, "g");
export const SINGLE_QUOTES = /['‘’‚‛‹›ʼ′`´]/;
const ALL_SINGLE_QUOTES = new RegExp(SINGLE_QUOTES, "g");
export const DOUBLE_QUOTES = /["“”„‟«»″]/;
const ALL_DOUBLE_QUOTES = new RegExp(DOUBLE_QUOTES, "g");
export const DASHES = /[-‐‑‒–—―−]/;
const RUNS_OF_DASHES = new RegExp(`${DASHES.source}+`, "g");

/** Letters and signs as matching sees them, see `fold`; white space is left as it is. */
export function foldLetters(words: string): string {
  return (
    words
      .replace(ALL_INVISIBLE, "")
      .normalize("NFC")
      .toLowerCase()
      // The Greek s that ends a word looks different, and would fold differently in a part of the word.
      .replaceAll("ς", "σ")
      .replace(ALL_SINGLE_QUOTES, "'")
      .replace(ALL_DOUBLE_QUOTES, '"')
      .replace(RUNS_OF_DASHES, "-")
      .replaceAll("…", "...")
  );
}
