// What proxy.ts tells server components of the page that is asked for.

/** Its path and query, without a reader's language. */
export const PATH_HEADER = "x-path";

/** The language in which readers ask for it, by its ISO 639 code; none when they leave it to the newsroom. */
export const LANGUAGE_HEADER = "x-language";
