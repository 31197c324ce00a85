import { MOST_FAILURES, READ_EVERY } from "./values.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** When a feed is looked into next: half an hour later; while it fails, twice as late each time, up to a day. */
export function nextRead(failures: number, now: Date): Date {
  return new Date(now.getTime() + Math.min(READ_EVERY * 2 ** failures, DAY));
}

/** Whether a feed failed so often that it is left alone. */
export const isPaused = ({ failures }: { failures: number }): boolean => failures >= MOST_FAILURES;

/** Whether an item has one of the words, in any case; without words every item does. */
export function isWanted(
  { title, summary }: { title: string; summary: string },
  words: readonly string[],
): boolean {
  const text = fold(`${title}\n${summary}`);
  return words.length === 0 || words.some((word) => text.includes(fold(word)));
}

const fold = (text: string) => text.normalize("NFKC").toLowerCase();
