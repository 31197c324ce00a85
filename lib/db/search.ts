/** Longer searches find nothing more. */
const LONGEST_SEARCH = 200;

/** What was typed into a search box, as Postgres can take it: no NUL, no lone surrogates. Null when empty. */
export function searchWords(typed: string | undefined, longest = LONGEST_SEARCH): string | null {
  const words = (typed ?? "").replaceAll("\0", "").slice(0, longest).toWellFormed().trim();
  return words === "" ? null : words;
}

/** For LIKE, with its wildcards taken as plain characters. */
export function escapeLike(words: string): string {
  return words.replace(/[\\%_]/g, "\\$&");
}
