/** A part of a search: a word, or words in quotation marks. `isAlternative`: in place of what stands before. */
export type Piece = { text: string; isExcluded: boolean; isAlternative: boolean };

/** More of them narrow nothing down. */
const MOST_PIECES = 16;

/**
 * What was typed, taken apart: plain words, "phrases", -without, | for one of two. "or" means the same as |. Anything at
 * all is a search.
 */
export function piecesOf(typed: string): Piece[] {
  const pieces: Piece[] = [];
  let isAlternative = false;
  for (const [, minus, quoted, bare = ""] of typed.matchAll(
    /(-*)["“”„«»]([^"“”„«»]*)["“”„«»]?|(\||[^\s|"“”„«»]+)/gu,
  )) {
    if (quoted === undefined && (bare === "|" || bare.toLowerCase() === "or")) {
      isAlternative = pieces.length > 0;
      continue;
    }
    const text = quoted ?? bare.replace(/^-+/, "");
    const isExcluded = quoted === undefined ? bare.startsWith("-") : minus !== "";
    if (/[\p{L}\p{N}]/u.test(text)) pieces.push({ text, isExcluded, isAlternative });
    isAlternative = false;
  }
  return pieces.slice(0, MOST_PIECES);
}

/** A piece with its text as `search_words` in the database leaves it. */
type Read = Piece & { words: string };

/** What `websearch_to_tsquery` reads: nothing but words in quotation marks, so that nothing typed means anything else. */
export function websearch(pieces: readonly Read[]): string {
  return pieces
    .filter(({ words }) => words !== "")
    .map(({ words, isExcluded, isAlternative }, at) => {
      const or = isAlternative && at > 0 ? "or " : "";
      return `${or}${isExcluded ? "-" : ""}"${words}"`;
    })
    .join(" ");
}

/** The same for any one of the words that are looked for: what is marked in a text. Empty when there are none. */
export function anyWord(pieces: readonly Read[]): string {
  const words = pieces.flatMap(({ isExcluded, words }) =>
    isExcluded || words === "" ? [] : words.split(" "),
  );
  return [...new Set(words)].map((word) => `"${word}"`).join(" or ");
}
