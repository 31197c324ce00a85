/** What an import may cost. Beyond any of these it is refused. */
export type ImportLimits = {
  /** Of the input: bytes of a file, UTF-16 code units of pasted characters. */
  bytes: number;
  /** Of the article's text and of pasted plain text, in UTF-16 code units. */
  characters: number;
  /** Elements, comments, character references and stray signs of a page. */
  nodes: number;
  /** How deep elements may stand in one another. Browsers stop at 512. */
  depth: number;
  attributesPerElement: number;
  /** From the start of reading to its end, in ms; waiting for a free worker does not count. */
  milliseconds: number;
  /** Memory of the worker that reads, in MiB. */
  megabytes: number;
  /** What it may hold besides, in bytes as they are: a file, and what its parts unpack to. In MB. */
  buffers: number;
};

/** In UTF-16 code units: the length of a long book, and still one quick page of anchoring. */
export const MAX_ARTICLE_LENGTH = 1_000_000;

export const MEGABYTE = 1_000_000;

/** Many times what the longest real articles need, and still seconds and a few hundred megabytes at worst. */
export const DEFAULT_LIMITS: ImportLimits = {
  bytes: 10 * MEGABYTE,
  characters: MAX_ARTICLE_LENGTH,
  nodes: 150_000,
  depth: 512,
  attributesPerElement: 300,
  milliseconds: 8_000,
  megabytes: 768,
  buffers: 128,
};
