import { trimSpan } from "#lib/anchoring/spans.ts";

/** A date found in front of an article. `removed`: the words of the stamp; `text`: the article without them. */
export type DateStamp = { day: string; removed: string; text: string };

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const ISO = "\\d{4}-\\d{2}-\\d{2}";
const DAY = `(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:${ISO}|${MONTH} \\d{1,2},? \\d{4}|\\d{1,2} ${MONTH} \\d{4})`;
const TIME =
  "(?:t|,? (?:at )?)\\d{1,2}:\\d{2}(?::\\d{2})?(?: ?[ap]\\.?m\\.?)?(?: ?(?:z|[a-z]{2,4}|[+-]\\d{2}:?\\d{2}))?";
const LABEL = "(?:date|dated|published|posted|updated)(?: on)? ?:? ?";

/** A line that is nothing but a date, with or without a label and a time. */
const STAMP_LINE = new RegExp(`^(?:${LABEL})?(${DAY})(?:${TIME})?$`, "i");
/** A labelled date run together with the first sentence, as exports of articles have it. */
const STAMP_BEFORE_TEXT = new RegExp(`^${LABEL}(${ISO})(?=\\s)(?:\\s*[-–—|:](?=\\s))?`, "i");

/** How many lines of an article may come before the line of its date: title, subtitle, byline. */
const LINES_BEFORE = 3;

/** Takes the date stamp off the front of an article; null when there is none, or nothing else. */
export function takeDateStamp(text: string): DateStamp | null {
  let lineStart = 0;
  for (let seen = 0; seen <= LINES_BEFORE && lineStart < text.length; ) {
    const lineEnd = endOfLine(text, lineStart);
    const line = trimSpan(text, { start: lineStart, end: lineEnd });
    lineStart = lineEnd + 1;
    if (line === null) continue;
    seen += 1;
    // No stamp is longer: this keeps the patterns away from long lines.
    const words = text.slice(line.start, Math.min(line.end, line.start + 120));
    const stamp = STAMP_LINE.exec(words) ?? (seen === 1 ? STAMP_BEFORE_TEXT.exec(words) : null);
    const day = parseDay(stamp?.[1] ?? "");
    if (stamp === null || day === null) continue;
    const rest = `${text.slice(0, line.start)}${text.slice(line.start + stamp[0].length)}`;
    const hasMore = trimSpan(rest, { start: 0, end: rest.length }) !== null;
    return hasMore ? { day, removed: stamp[0], text: rest } : null;
  }
  return null;
}

/** The first date in some words, YYYY-MM-DD; null when there is none with a day, a month's English name and a year. */
export function dayIn(words: string): string | null {
  return parseDay(new RegExp(`\\b${DAY}\\b`, "i").exec(words.slice(0, 200))?.[0] ?? "");
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end === -1 ? text.length : end;
}

/** YYYY-MM-DD of a date in one of the shapes above; null when the calendar has no such day. */
function parseDay(words: string): string | null {
  const [year, month, day] = numbersOf(words.toLowerCase());
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : null;
}

function numbersOf(words: string): number[] {
  const numbers = (words.match(/\d+/g) ?? []).map(Number);
  if (words.includes("-")) return numbers;
  const [first = Number.NaN, second = Number.NaN] = numbers;
  const name = new RegExp(MONTH).exec(words.replace(/\p{L}+day,? /u, ""))?.[0].slice(0, 3) ?? "";
  const month = MONTHS.indexOf(name) + 1;
  return [Math.max(first, second), month, Math.min(first, second)];
}
