import { dayIn } from "../text/date-stamp.ts";

/** Pages older than the web, and dates of the far future, are mistakes. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

/** 2026-05-01T23:30:00-04:00, 2026/05/01, 2026.05.01, 20260501, 2026年5月1日. */
const NUMERIC = /(?<!\d)(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?!\d)/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:\D|\d{6}|$)/;

/**
 * The calendar day (YYYY-MM-DD) of a date as a page gives it, in the offset it is given in: the day readers saw
 * printed. Null for what is no date, or leaves open which number is the day.
 */
export function publishedDay(date: string): string | null {
  const words = date.trim();
  const match = COMPACT.exec(words) ?? NUMERIC.exec(words);
  if (match === null) return dayIn(words);
  const [year = 0, month = 0, day = 0] = match.slice(1, 4).map(Number);
  const time = new Date(Date.UTC(year, month - 1, day));
  const isReal = time.getUTCMonth() === month - 1 && time.getUTCDate() === day;
  return isReal && year >= FIRST_YEAR && year <= LAST_YEAR ? time.toISOString().slice(0, 10) : null;
}

/** The day in an address such as /2026/05/01/bridge-closed. */
export function dayInAddress(url: string | null): string | null {
  const match = /\/((?:19|20)\d{2})[/-](\d{2})[/-](\d{2})(?=\/|-|$)/.exec(url ?? "");
  return match === null ? null : publishedDay(match.slice(1, 4).join("-"));
}
