/** `words`: all of them together, in UTF-16 code units. */
export const FEED_LIMITS = { words: 500, feeds: 200, bytes: 5_000_000 } as const;

/** Milliseconds between two looks into a feed that answers. */
export const READ_EVERY = 30 * 60_000;
/** Looks in a row that failed, after which nobody looks any more until somebody switches it on again. */
export const MOST_FAILURES = 10;
/** Of one feed, new articles in an hour. */
export const MOST_PER_HOUR = 20;
/** Of what a feed has when it is added, the newest; the rest is old. */
export const FIRST_ITEMS = 5;

/** Words typed in one line, between commas of any script. */
export function wordsIn(typed: string): string[] {
  const words = typed.split(/[,;،、，\n]/u).map((word) => word.trim().replace(/\s+/gu, " "));
  return [...new Set(words.filter((word) => word !== ""))];
}
